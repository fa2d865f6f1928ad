namespace Nuke.Common.CI.TravisCI;

/// <summary>Known only as a server; what the real type reads and writes beyond that is left out.</summary>
public class TravisCI : Host, IBuildServer
{
    internal TravisCI() { }

    string IBuildServer.Branch => EnvironmentInfo.GetVariable("TRAVIS_BRANCH");

    string IBuildServer.Commit => EnvironmentInfo.GetVariable("TRAVIS_COMMIT");
}
