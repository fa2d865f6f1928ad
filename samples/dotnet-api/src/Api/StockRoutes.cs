namespace Api;

/// <summary>The routes.</summary>
public static class StockRoutes
{
    public static void MapStock(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", () => Results.Text("well\n"));
        routes.MapGet("/stock", (Stock stock) => stock.All.ToArray());
        routes.MapGet("/stock/{sku}", (string sku, Stock stock) => stock.Find(sku) is { } item ? Results.Ok(item) : Results.NotFound());
        routes.MapPost("/stock/{sku}/receipts", (string sku, CountBody body, Stock stock) => body.Count is < 1 or > 10_000
            ? Results.BadRequest()
            : Results.Ok(stock.Receive(sku, body.Count)));
        routes.MapPost("/stock/{sku}/reservations", (string sku, CountBody body, Stock stock) =>
            body.Count is < 1 or > 10_000 ? Results.BadRequest()
            : stock.TryReserve(sku, body.Count) ? Results.Ok(stock.Find(sku))
            : Results.Conflict());
    }
}
