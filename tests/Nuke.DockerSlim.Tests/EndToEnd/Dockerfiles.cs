using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Dockerfiles that build in a moment.</summary>
internal static class Dockerfiles
{
    /// <summary>Stages test and production. The mark makes their steps nobody else's, whose cache or running build they would share.</summary>
    public static string TwoStages(string mark, string test, string production) =>
        $"""
            FROM {StoreEngine.Base} AS base
            ENV MARK="{mark}"

            FROM base AS test
            RUN {test}

            FROM base AS production
            RUN {production}

            """;
}
