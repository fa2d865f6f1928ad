using System.Collections.Concurrent;

namespace Api;

/// <summary>What lies in a warehouse, and what of it is reserved.</summary>
public sealed class Stock
{
    private readonly ConcurrentDictionary<string, StockItem> _items = new(StringComparer.Ordinal);

    /// <summary>All items, by name.</summary>
    public IReadOnlyList<StockItem> All => [.. _items.Values.OrderBy(x => x.Sku, StringComparer.Ordinal)];

    /// <summary>One item; null where there is none of that name.</summary>
    public StockItem? Find(string sku) => _items.GetValueOrDefault(sku);

    /// <summary>Puts something in.</summary>
    public StockItem Receive(string sku, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return _items.AddOrUpdate(sku, x => new StockItem(x, count, 0), (_, x) => x with { OnHand = x.OnHand + count });
    }

    /// <summary>Reserves something; false where not so much of it is free.</summary>
    public bool TryReserve(string sku, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        while (_items.TryGetValue(sku, out var item) && item.Free >= count)
            if (_items.TryUpdate(sku, item with { Reserved = item.Reserved + count }, item))
                return true;
        return false;
    }
}
