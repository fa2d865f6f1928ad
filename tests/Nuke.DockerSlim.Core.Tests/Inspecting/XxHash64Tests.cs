using System.Text;
using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Tests.Inspecting;

public sealed class XxHash64Tests
{
    private const string Long = "Nobody inspects the spammish repetition";

    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData(Long, 0xFBCEA83C8A378BF1)]
    public void Agrees_with_the_reference(string text, ulong hash)
    {
        var whole = new XxHash64();
        whole.Append(Encoding.ASCII.GetBytes(text));
        Assert.Equal(hash, whole.Value);
    }

    [Fact]
    public void The_pieces_it_comes_in_do_not_matter()
    {
        for (var piece = 1; piece < Long.Length; piece++)
        {
            var hash = new XxHash64();
            foreach (var part in Encoding.ASCII.GetBytes(Long).Chunk(piece))
                hash.Append(part);
            Assert.Equal(0xFBCEA83C8A378BF1, hash.Value);
        }
    }
}
