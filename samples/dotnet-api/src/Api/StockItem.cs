namespace Api;

/// <summary>An item of the warehouse.</summary>
/// <param name="Sku">Its name.</param>
/// <param name="OnHand">How many lie there.</param>
/// <param name="Reserved">How many of them are promised to somebody.</param>
public sealed record StockItem(string Sku, int OnHand, int Reserved)
{
    public int Free => OnHand - Reserved;
}
