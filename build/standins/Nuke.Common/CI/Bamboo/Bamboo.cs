namespace Nuke.Common.CI.Bamboo;

/// <summary>Known only as a server; what the real type reads and writes beyond that is left out.</summary>
public class Bamboo : Host, IBuildServer
{
    internal Bamboo() { }

    string IBuildServer.Branch => null;

    string IBuildServer.Commit => null;
}
