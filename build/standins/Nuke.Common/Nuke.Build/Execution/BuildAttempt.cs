using System.Security.Cryptography;
using System.Text;
using Nuke.Common.IO;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Remembers in a file which targets of an invocation have succeeded, for a later run that continues it.</summary>
internal sealed class BuildAttempt
{
    private static readonly AbsolutePath AttemptFile = NukeBuild.TemporaryDirectory / "build-attempt.log";

    private readonly List<string> _finished;

    private BuildAttempt(List<string> finished) => _finished = finished;

    public static BuildAttempt Start(bool isContinuing)
    {
        var words = EnvironmentInfo.CommandLineArguments.Where(argument => !argument.StartsWith('-'));
        var invocation = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words))));
        var finished = isContinuing ? Finished(invocation) : [];
        AttemptFile.WriteAllLines(finished.Prepend(invocation));
        return new BuildAttempt(finished);
    }

    public bool HasRun(string target) => _finished.Contains(target);

    public void Append(string target) => File.AppendAllLines(AttemptFile, [target]);

    private static List<string> Finished(string invocation)
    {
        var lines = AttemptFile.FileExists() ? AttemptFile.ReadAllLines() : [];
        if (lines.Length == 0 || lines[0] == invocation)
            return lines.Skip(1).ToList();
        Log.Warning("Build invocation changed. Restarting ...");
        return [];
    }
}
