namespace Nuke.Common.Execution;

/// <summary>Ends the build after a failure that has been reported already.</summary>
internal sealed class TargetExecutionException(string target, Exception inner)
    : Exception($"Target '{target}' has thrown an exception.", inner);
