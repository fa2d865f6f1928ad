using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Tests.Checking;

public sealed class DockerfileFuzzTests
{
    [Fact]
    public void Any_text_is_taken_and_checked()
    {
        var random = new Random(20261121);
        string[] pieces =
        [
            "FROM",
            " ",
            "\n",
            "\\",
            "<<EOF",
            "EOF",
            "\"",
            "'",
            "--from=",
            "--mount=type=",
            "RUN ",
            "COPY ",
            "$",
            "${",
            "}",
            "[",
            "]",
            "\r",
            "\t",
            "#",
            "slim ignore=",
            "`",
            "# escape=`\n",
            "AS a",
            "npm ci",
            "é\u0000",
            "&&",
            "ARG A=",
            "ENV ",
            "0",
            "=",
            ",",
        ];
        for (var round = 0; round < 4_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            var parsed = Dockerfile.Parse(text, []);
            var lines = text.ReplaceLineEndings("\n").Split('\n').Length;
            Assert.Equal(parsed.Instructions.Where(x => x.Stage >= 0), parsed.Stages.SelectMany(x => x.Instructions.Prepend(x.From)));
            Assert.All(parsed.Instructions, x => Assert.InRange(x.LastLine, x.FirstLine, lines + 1));
            if (parsed.Stages.Count > 0)
                _ = DockerfileCheck.Run(
                    new CheckedDockerfile(parsed, parsed.Stages[^1], parsed.Stages[0]),
                    "Dockerfile",
                    RuleSettings.Default
                );
        }
    }
}
