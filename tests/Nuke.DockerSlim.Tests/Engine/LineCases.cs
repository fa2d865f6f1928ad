using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Engine;

/// <summary>Small Dockerfiles of every form that lines can take, and the lines that are to be found.</summary>
internal static class LineCases
{
    /// <summary>An image whose users copy a file and run a command without saying so.</summary>
    public const string Trigger = "dockerslim-tests/trigger:1";

    /// <summary>The Dockerfile of <see cref="Trigger" />.</summary>
    public const string TriggerDockerfile = $"FROM {B}\nONBUILD COPY file.txt /triggered/\nONBUILD RUN echo 1 > /on\nONBUILD ENV X=y\n";

    private const string B = StoreEngine.Base;

    /// <summary>The cases by name.</summary>
    public static IReadOnlyDictionary<string, LineCase> All { get; } =
        new Dictionary<string, LineCase>
        {
            ["heredocs"] = new(
                $"FROM {B} AS production\nRUN <<EOF\necho hello > /a\ncat <<INNER > /b\nx\nINNER\nEOF\nCOPY <<EOF /c\ncontent\nEOF\nCOPY <<A <<\"B\" /d/\na\nA\nb\nB\nRUN cat <<X <<Y > /xy\nx\nX\ny\nY\nENV A=1\n",
                "1 2 8 11 16"
            ),
            ["triggers of the base"] = new($"FROM {Trigger} AS production\nRUN echo 2 > /two\nENV Z=1\nRUN echo 3 > /three\n", "1 1 1 2 4"),
            ["triggers of a stage"] = new(
                $"FROM {B} AS own\nONBUILD RUN echo 1 > /on\nONBUILD LABEL a=b\nRUN echo 2 > /two\nFROM own AS production\nRUN echo 3 > /three\n",
                "1 4 5 6"
            ),
            ["links and owners"] = new(
                $"FROM {B} AS production\nWORKDIR /w\nCOPY --link file.txt /l/\nCOPY --chown=1:1 --chmod=600 file.txt /m/\nRUN echo 1 > /r\n",
                "1 2 3 4 5"
            ),
            ["stages on one base"] = new(
                $"ARG V={B}\nFROM $V AS base\nWORKDIR /app\n\nFROM base AS a\nCOPY file.txt .\nRUN echo a > /a\n\nFROM base AS b\nCOPY file.txt .\nRUN echo a > /a\nRUN echo b > /b\n\nFROM base AS unused\nRUN echo no\n\nFROM a AS c\nRUN echo c > /c\n\nFROM a AS production\nCOPY --from=b /b /\nCOPY --from=c /c /\n",
                "2 3 6 7 21 22",
                "2 3 6 7 10 11 12 18 21 22"
            ),
            ["a stage from another"] = new(
                $"FROM {B} AS one\nRUN echo 1 > /one\nFROM one AS two\nENV A=1\nRUN echo 2 > /two\nFROM two AS production\nRUN echo 3 > /three\n",
                "1 2 5 7"
            ),
            ["from nothing"] = new(
                $"FROM {B} AS made\nRUN echo 1 > /one\nFROM scratch AS production\nCOPY --from=made /one /one\nWORKDIR /w\nLABEL a=b\nCOPY --from={B} /bin/sh /sh\n",
                "4 5 7",
                "1 2 4 5 7"
            ),
            ["continued lines with comments"] = new(
                $"# a comment\nFROM {B} AS production\nRUN echo 1 > /a \\\n    # said in between\n\n    && echo 2 > /b\n# the end\nRUN echo 3 \\\n  > /c\n",
                "2 3 8"
            ),
            ["CRLF"] = new($"FROM {B} AS production\r\nRUN echo 1 \\\r\n  > /a\r\nCOPY file.txt /f\r\nRUN echo 2 > /b\r\n", "1 2 4 5"),
            ["a byte order mark"] = new($"\uFEFFFROM {B} AS production\nRUN echo 1 > /a\n", "1 2"),
            ["another escape"] = new($"# escape=`\nFROM {B} AS production\nRUN echo 1 `\n  > /a\nRUN echo 2 > /b\n", "2 3 5"),
            ["config only"] = new(
                $"FROM {B} AS production\nWORKDIR /w\nENV A=1\nLABEL a=b\nEXPOSE 80\nUSER 1000\nCMD [\"/bin/sh\"]\n",
                "1 2"
            ),
            ["equal lines and empty layers"] = new(
                $"FROM {B} AS production\nRUN true\nRUN true\nCOPY file.txt /f\nCOPY file.txt /f\nSHELL [\"/bin/sh\", \"-c\"]\nRUN true\n",
                "1 2 3 4 5 7"
            ),
            ["an archive"] = new($"FROM {B} AS production\nADD data.tar /data/\nADD file.txt /f\n", "1 2 3"),
            ["more than nine steps"] = new(
                $"FROM {B} AS production\n{string.Concat(Enumerable.Range(2, 10).Select(x => $"RUN echo {x} > /f{x}\n"))}HEALTHCHECK NONE\n",
                "1 2 3 4 5 6 7 8 9 10 11"
            ),
            ["links on links, and a copy from the base itself"] = new(
                $"FROM {B} AS production\nCOPY --link file.txt /l/\nCOPY --link file.txt /m/\nRUN echo 1 > /r\nCOPY --link --from={B} /bin/sh /sh\n",
                "1 2 3 4 5"
            ),
            ["args and mounts"] = new(
                $"FROM {B} AS tool\nRUN echo 1 > /tool\nFROM {B} AS production\nARG VERSION=1\nRUN --mount=type=bind,from=tool,source=/tool,target=/t cat /t > /v$VERSION\nVOLUME /data\nSTOPSIGNAL SIGINT\nENTRYPOINT [\"/bin/sh\"]\n",
                "3 5",
                "1 2 5"
            ),
        };
}
