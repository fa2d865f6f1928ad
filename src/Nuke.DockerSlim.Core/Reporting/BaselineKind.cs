using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Where a baseline comes from.</summary>
[JsonConverter(typeof(CamelCase<BaselineKind>))]
public enum BaselineKind
{
    /// <summary>A report file.</summary>
    Report,

    /// <summary>The newest report in a folder that a pipeline keeps.</summary>
    Folder,

    /// <summary>An image in a registry, with the report attached to it where there is one.</summary>
    Image,

    /// <summary>A git revision, built and measured in the same run.</summary>
    Revision,
}
