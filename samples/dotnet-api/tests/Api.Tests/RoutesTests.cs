using System.Net;
using System.Net.Http.Json;
using Api;
using Microsoft.AspNetCore.Hosting;

namespace Api.Tests;

/// <summary>The service behind a real port.</summary>
public sealed class RoutesTests : IAsyncLifetime
{
    private readonly WebApplication _app;
    private HttpClient _client = new();

    public RoutesTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(x => x.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        builder.Services.AddSingleton<Stock>();
        _app = builder.Build();
        _app.MapStock();
    }

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Stock_is_received_reserved_and_told()
    {
        await _client.PostAsJsonAsync("/stock/tea/receipts", new CountBody(3));
        Assert.Equal(HttpStatusCode.OK, (await _client.PostAsJsonAsync("/stock/tea/reservations", new CountBody(2))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await _client.PostAsJsonAsync("/stock/tea/reservations", new CountBody(2))).StatusCode);
        Assert.Equal(new StockItem("tea", 3, 2), await _client.GetFromJsonAsync<StockItem>("/stock/tea"));
        Assert.Single((await _client.GetFromJsonAsync<StockItem[]>("/stock"))!);
    }

    [Fact]
    public async Task Wrong_counts_and_unknown_items_are_answered_as_such()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.PostAsJsonAsync("/stock/tea/receipts", new CountBody(0))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/stock/tea")).StatusCode);
    }

    [Fact]
    public async Task The_service_says_that_it_is_well() => Assert.Equal("well\n", await _client.GetStringAsync("/health"));
}
