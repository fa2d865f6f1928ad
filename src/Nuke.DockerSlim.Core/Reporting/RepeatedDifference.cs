using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What differs in an entry of a layer between two builds.</summary>
[JsonConverter(typeof(CamelCase<RepeatedDifference>))]
public enum RepeatedDifference
{
    /// <summary>The bytes of a file.</summary>
    Content,

    /// <summary>What it is: a file in one build, a folder or a link in the other.</summary>
    Kind,

    /// <summary>Where a link leads.</summary>
    Link,

    /// <summary>The permission bits.</summary>
    Mode,

    /// <summary>The owner's or the group's number.</summary>
    Owner,

    /// <summary>The extended attributes, such as capabilities.</summary>
    Attributes,

    /// <summary>The name: another one with the same content, or of the same pattern.</summary>
    Name,

    /// <summary>Only the first build has it.</summary>
    OnlyFirst,

    /// <summary>Only the second build has it.</summary>
    OnlySecond,

    /// <summary>The time of the last change.</summary>
    Time,
}
