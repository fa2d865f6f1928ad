using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>How far two cold builds of the same inputs came to the same image.</summary>
[JsonConverter(typeof(CamelCase<ReproducibilityVerdict>))]
public enum ReproducibilityVerdict
{
    /// <summary>The same image: one config digest, and one manifest digest where the builder made a manifest.</summary>
    Identical,

    /// <summary>The same files with the same metadata; only times differ, or the bytes that layers are compressed to.</summary>
    SameContents,

    /// <summary>Something else differs.</summary>
    Differs,
}
