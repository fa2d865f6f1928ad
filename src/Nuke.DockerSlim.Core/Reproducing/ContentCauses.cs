using System.Globalization;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Reproducing;

/// <summary>
/// What makes two contents of one file differ. A cause is told only where it is all of it: both contents are the same once it is taken away. Nothing of the
/// content is repeated but dates, because what differs from build to build may be a key.
/// </summary>
internal static class ContentCauses
{
    /// <summary>Bytes of a file that are looked into at most.</summary>
    public const int Largest = 16 << 20;

    /// <summary>The cause, and the evidence.</summary>
    /// <param name="first">The content in the first build.</param>
    /// <param name="second">The content in the second.</param>
    public static (RepeatedCause Cause, string Detail) Of(byte[] first, byte[] second)
    {
        var place = Place(first, second);
        if (BinaryTimes.Cause(first, second) is var (cause, words))
            return (cause, $"{words}; {place}");
        var text = TextCauses.Of(first, second);
        return text is var (told, evidence) ? (told, $"{evidence}; {place}") : (RepeatedCause.Unknown, place);
    }

    private static string Place(byte[] first, byte[] second)
    {
        var at = first.AsSpan().CommonPrefixLength(second);
        if (first.Length != second.Length)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{first.Length:N0} bytes, then {second.Length:N0}, the first difference at byte {at:N0}"
            );
        var count = 0;
        for (var i = at; i < first.Length; i++)
            count += first[i] == second[i] ? 0 : 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} of {first.Length:N0} bytes differ{(count < first.Length ? $", the first at byte {at:N0}" : "")}"
        );
    }
}
