using System.Formats.Tar;
using System.Text;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Hosting;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class PlatformSecretTests : PlatformTest
{
    private const string Token = "npm_q7Rk2ZbW0xYt4Jv9";

    [Fact]
    public async Task A_secret_in_one_platforms_image_keeps_all_of_them_from_being_pushed()
    {
        File.WriteAllText(Path.Combine(Context, "token"), Token);
        var tar = new OciTar();
        tar.Image(Amd, Layer("app", "nothing of it"));
        tar.Image(Arm, Layer("app", Convert.ToHexString(Encoding.UTF8.GetBytes(Token))));
        Ports.Saved = tar.ToStream;
        Take(Definition with { BuildSecrets = ["id=token,src=token"] });

        var e = await Assert.ThrowsAsync<BudgetExceededException>(AllMeasuredAsync);

        Assert.StartsWith("shop (linux/arm64): The build secret 'token' is in layer 0 (as hex), in /app", e.Message);
        Assert.Equal([(Amd, false), (Arm, true)], Measured.Secrets.Select(x => (x.Platform!, x.Found!.Value)));
        Assert.Equal(ReportOutcome.PolicyFailed, ReportOf(Arm).Outcome);
        Assert.Contains(Measured.Findings, x => x.Rule == "secret-found" && x.Severity == FindingSeverity.Error);
        Assert.False(await Platforms.PushAsync(Work, default));
        Assert.StartsWith("the build secret 'token' is in layer 0", Measured.Push.Withheld);
        Assert.DoesNotContain(Ports.Calls, x => x.StartsWith("push", StringComparison.Ordinal));
    }

    private static byte[] Layer(string file, string content)
    {
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
            writer.WriteEntry(
                new UstarTarEntry(TarEntryType.RegularFile, file) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) }
            );
        return OciTar.GZip(stream.ToArray());
    }
}
