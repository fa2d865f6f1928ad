using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A run that is a step of GitHub Actions: what its runner reads, and what later steps are handed.</summary>
public sealed class WorkflowStepTests
{
    private const string Token = "0123456789-token-of-the-build";

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task Comment_summary_outputs_and_remarks_are_handed_on(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: "echo ::error::out of the build && echo made > /made");
        build.Write("token.txt", Token);
        build.Write("summary", "by another\n");
        build.Environment["GITHUB_ACTIONS"] = "true";
        build.Environment["GITHUB_REPOSITORY"] = "acme/shop";
        build.Environment["GITHUB_SERVER_URL"] = "https://github.example";
        build.Environment["GITHUB_SHA"] = "0123456789abcdef0123456789abcdef01234567";
        build.Environment["GITHUB_STEP_SUMMARY"] = build["summary"];
        build.Environment["GITHUB_OUTPUT"] = build["outputs"];

        var run = await build.SlimAsync("--download-size", "1kB", "--build-secrets", "id=token,src=token.txt");

        run.MustEnd(3);
        var lines = run.Output.Split('\n').Select(x => x.TrimEnd('\r')).ToList();
        var mask = lines.IndexOf($"::add-mask::{Token}");
        var remark = lines.FindIndex(x =>
            x.StartsWith("::error file=Dockerfile,line=", StringComparison.Ordinal) && x.Contains("exceeds 1.0 kB")
        );
        Assert.True(mask >= 0 && remark > mask, run.Output);
        MustBeObeyed(lines, mask);
        MustBeObeyed(lines, remark);
        Assert.DoesNotContain(lines, x => x.TrimStart().StartsWith("::error::out of the build", StringComparison.Ordinal));
        Assert.Contains(lines, x => x.StartsWith("::stop-commands::", StringComparison.Ordinal));

        var comment = await File.ReadAllTextAsync(build["artifacts/images/slim-comment.md"]);
        Assert.StartsWith($"<!-- nuke-dockerslim:{build.Name} -->\n### ❌ Over budget: slim-", comment, StringComparison.Ordinal);
        Assert.Contains(
            "(<https://github.example/acme/shop/blob/0123456789abcdef0123456789abcdef01234567/Dockerfile#L",
            comment,
            StringComparison.Ordinal
        );
        Assert.Equal("by another\n\n" + comment[(comment.IndexOf('\n') + 1)..], await File.ReadAllTextAsync(build["summary"]));
        Assert.Contains("outcome=budgetExceeded\n", await File.ReadAllTextAsync(build["outputs"]), StringComparison.Ordinal);
        Assert.Contains(
            $"download-bytes={build.Report().At("sizes.downloadBytes")}\n",
            await File.ReadAllTextAsync(build["outputs"]),
            StringComparison.Ordinal
        );
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task Elsewhere_nothing_is_said_to_a_runner(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        build.Write("token.txt", Token);

        var run = await build.SlimAsync("--build-secrets", "id=token,src=token.txt");

        run.MustEnd(0).MustNotSay("::stop-commands::").MustNotSay("::add-mask::").MustNotSay(Token);
        Assert.StartsWith(
            "<!-- nuke-dockerslim:",
            await File.ReadAllTextAsync(build["artifacts/images/slim-comment.md"]),
            StringComparison.Ordinal
        );
    }

    // As the runner does: from the line that stops commands to the one that resumes them it obeys none.
    private static void MustBeObeyed(List<string> lines, int index)
    {
        string? token = null;
        foreach (var line in lines.Take(index))
            if (token is null && line.StartsWith("::stop-commands::", StringComparison.Ordinal))
                token = line["::stop-commands::".Length..];
            else if (token is not null && line == $"::{token}::")
                token = null;
        Assert.True(token is null, $"The runner would not obey '{lines[index]}'.");
    }
}
