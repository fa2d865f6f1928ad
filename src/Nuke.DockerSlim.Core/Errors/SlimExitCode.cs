namespace Nuke.DockerSlim.Errors;

/// <summary>What a run exits with. Several failures in one run: the first in this order that applies decides.</summary>
public enum SlimExitCode
{
    /// <summary>Everything asked for was done and holds.</summary>
    Good = 0,

    /// <summary>Wrong input or configuration: nothing can be concluded about the image.</summary>
    Input = 1,

    /// <summary>Tests of the test stage failed.</summary>
    TestsFailed = 2,

    /// <summary>A budget or a policy was not met.</summary>
    BudgetExceeded = 3,

    /// <summary>The engine, a registry or the network failed.</summary>
    Engine = 4,

    /// <summary>The user interrupted the run.</summary>
    Interrupted = 130,
}
