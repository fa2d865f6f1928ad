using Api;

namespace Api.Tests;

public sealed class StockTests
{
    [Fact]
    public void What_comes_in_is_free()
    {
        var stock = new Stock();
        stock.Receive("tea", 3);
        Assert.Equal(new StockItem("tea", 5, 0), stock.Receive("tea", 2));
        Assert.Equal(5, stock.Find("tea")!.Free);
    }

    [Fact]
    public void What_is_reserved_is_not_free()
    {
        var stock = new Stock();
        stock.Receive("tea", 3);
        Assert.True(stock.TryReserve("tea", 2));
        Assert.False(stock.TryReserve("tea", 2));
        Assert.True(stock.TryReserve("tea", 1));
        Assert.Equal(0, stock.Find("tea")!.Free);
    }

    [Fact]
    public void What_is_not_there_cannot_be_reserved() => Assert.False(new Stock().TryReserve("tea", 1));

    [Theory, InlineData(0), InlineData(-1)]
    public void A_count_is_more_than_nothing(int count)
    {
        var stock = new Stock();
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.Receive("tea", count));
        Assert.Throws<ArgumentOutOfRangeException>(() => stock.TryReserve("tea", count));
    }

    [Fact]
    public void Nobody_gets_more_than_there_is_however_many_ask_at_once()
    {
        var stock = new Stock();
        stock.Receive("tea", 100);
        var got = 0;
        Parallel.For(0, 400, _ => Interlocked.Add(ref got, stock.TryReserve("tea", 1) ? 1 : 0));
        Assert.Equal(100, got);
    }
}
