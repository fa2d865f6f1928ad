namespace Nuke.DockerSlim.Reporting;

/// <summary>A test that failed.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Message">What it said, at most its first 2,000 characters.</param>
public sealed record TestFailure(string Name, string Message);
