using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Who a change of bytes is charged to.</summary>
[JsonConverter(typeof(CamelCase<ChangeCause>))]
public enum ChangeCause
{
    /// <summary>The change that is looked at: Dockerfile, context, build args.</summary>
    Own,

    /// <summary>The base image, which is another one under the same or another name.</summary>
    Base,

    /// <summary>Nobody: the same inputs came to other bytes.</summary>
    Rebuild,
}
