namespace Nuke.DockerSlim.Compressing;

/// <summary>A part of a layer that stands for more, with what precedes it.</summary>
/// <param name="Buffer">Both, from the pool of arrays.</param>
/// <param name="Start">Where the part begins.</param>
/// <param name="Length">Where it ends.</param>
internal readonly record struct Sample(byte[] Buffer, int Start, int Length)
{
    public ReadOnlySpan<byte> Before => Buffer.AsSpan(0, Start);

    public ReadOnlySpan<byte> Part => Buffer.AsSpan(Start, Length - Start);

    public ReadOnlySpan<byte> Whole => Buffer.AsSpan(0, Length);
}
