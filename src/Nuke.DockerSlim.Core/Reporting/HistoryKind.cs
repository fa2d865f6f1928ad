using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Where a history was found.</summary>
[JsonConverter(typeof(CamelCase<HistoryKind>))]
public enum HistoryKind
{
    /// <summary>On the image that a tag stands for in a registry.</summary>
    Tag,

    /// <summary>In the file that the runs of a machine keep.</summary>
    Runs,

    /// <summary>In a folder with the reports and files of earlier runs, such as a pipeline keeps.</summary>
    Folder,
}
