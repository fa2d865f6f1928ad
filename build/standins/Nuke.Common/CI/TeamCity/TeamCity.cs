namespace Nuke.Common.CI.TeamCity;

/// <summary>Known only as a server; what the real type reads and writes beyond that is left out.</summary>
public class TeamCity : Host, IBuildServer
{
    internal TeamCity() { }

    string IBuildServer.Branch => null;

    string IBuildServer.Commit => null;
}
