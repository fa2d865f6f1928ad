#nullable enable
namespace Gallery;

/// <summary>What a claim came to.</summary>
/// <param name="IsReached">Whether it holds; null where something was not measured.</param>
/// <param name="Measured">What was measured, in few words.</param>
/// <param name="Why">Why it does not hold; null where it does.</param>
public sealed record ClaimVerdict(bool? IsReached, string Measured, string? Why)
{
    public static ClaimVerdict NotMeasured { get; } = new(null, "not measured", null);

    public static ClaimVerdict Reached(string measured) => new(true, measured, null);

    public static ClaimVerdict Missed(string measured, string why) => new(false, measured, why);

    /// <summary>One word, and the reason where there is one.</summary>
    public string Text =>
        IsReached switch
        {
            true => $"reached: {Measured}",
            false => $"not reached: {Measured}; {Why}",
            null => Measured,
        };
}
