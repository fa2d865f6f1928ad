using System.Buffers.Binary;
using System.Text;

namespace Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

/// <summary>Frames of the engine's stream for a container without a terminal.</summary>
internal static class Frames
{
    public static byte[] Output(string text) => Frame(1, text);

    public static byte[] Error(string text) => Frame(2, text);

    public static byte[] Frame(byte target, string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        var frame = new byte[8 + payload.Length];
        frame[0] = target;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), payload.Length);
        payload.CopyTo(frame, 8);
        return frame;
    }
}
