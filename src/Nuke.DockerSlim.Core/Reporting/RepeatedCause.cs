using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// What makes something come out differently. One that is about content is told only where both contents are the same without it.
/// </summary>
[JsonConverter(typeof(CamelCase<RepeatedCause>))]
public enum RepeatedCause
{
    /// <summary>The times of files.</summary>
    FileTimes,

    /// <summary>The same in another order: lines or words of a file, entries of a tar.</summary>
    Order,

    /// <summary>A name made at random.</summary>
    RandomName,

    /// <summary>A date or a time of day written into a file.</summary>
    Date,

    /// <summary>A UUID, a number in hexadecimal digits or a temporary file's name written into a file.</summary>
    Identifier,

    /// <summary>The time in the header of a gzip file.</summary>
    GzipTime,

    /// <summary>The times of a zip file's entries (also jar, whl, nupkg).</summary>
    ZipTimes,

    /// <summary>The times or owners of the members of a static library (ar).</summary>
    LibraryTimes,

    /// <summary>The time of the source in Python's bytecode.</summary>
    BytecodeTime,

    /// <summary>The build id of a program.</summary>
    BuildId,

    /// <summary>Nothing that the bytes tell by themselves.</summary>
    Unknown,
}
