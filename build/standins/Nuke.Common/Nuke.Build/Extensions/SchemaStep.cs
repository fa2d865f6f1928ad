using Nuke.Common.CI;
using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>Leaves the schema of the parameters beside the parameter file, and an empty parameter file where there is none.</summary>
internal sealed class SchemaStep(NukeBuild build) : IOnBuildCreated
{
    public float Priority => 75;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (BuildServerConfigurationGeneration.IsActive || NukeBuild.BuildProjectFile == null)
            return;

        (NukeBuild.NukeDirectory / "build.schema.json").WriteAllText(SchemaUtility.GetJsonString(build));
        var parametersFile = NukeBuild.NukeDirectory / "parameters.json";
        if (!parametersFile.FileExists())
            parametersFile.WriteAllLines(["{", "  \"$schema\": \"./build.schema.json\"", "}"]);
    }
}
