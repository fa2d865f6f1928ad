using System;
using System.IO;
using System.Net.Sockets;
using System.Threading.Tasks;
using Nuke.Common;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Components;
using Nuke.DockerSlim.Errors;

// An engine for machines that have none. The package never starts one; this repository's build does, so that it runs on a bare machine.
partial class Build
{
    [Parameter("Image store of the embedded engine: containerd or classic - default: containerd")]
    readonly string EngineStore = EmbeddedEngine.Containerd;

    [Parameter("Also delete the embedded engine's packages, images and caches")]
    readonly bool PurgeEngine;

    Target ProvideEngine =>
        _ =>
            _.Unlisted()
                .DependentFor<IHazImages>(x => x.PrepareImages)
                .OnlyWhenDynamic(() => NeedsEmbeddedEngine(), "no other engine answers")
                .Executes(() => SettleAsync(EmbeddedEngine.UseAsync(RootDirectory, EngineStore)));

    Target StartEngine =>
        _ =>
            _.Description("Starts the embedded Docker engine (Debian-like Linux, root) with both image stores, a registry and base images")
                .Executes(() => SettleAsync(EmbeddedEngine.StartAsync(RootDirectory, EmbeddedEngine.Containerd, EmbeddedEngine.Classic)));

    Target StopEngine =>
        _ =>
            _.Description("Stops the embedded Docker engine and takes back all that it put on the machine")
                .Executes(() => SettleAsync(EmbeddedEngine.StopAsync(RootDirectory, PurgeEngine)));

    /// <summary>Lets an expected failure decide what the process exits with, as the package's own targets do.</summary>
    async Task SettleAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (DockerSlimException e)
        {
            ExitCode = (int)e.ExitCode;
            throw;
        }
    }

    /// <summary>DOCKER_HOST and contexts are the user's choice, whether or not they answer; only the default socket is tried.</summary>
    static bool NeedsEmbeddedEngine()
    {
        var address = EngineLocator.Find();
        return OperatingSystem.IsLinux() && address.Source == "the default socket" && !Answers(new Uri(address.Host).AbsolutePath);
    }

    static bool Answers(string socket)
    {
        if (!File.Exists(socket))
            return false;
        try
        {
            using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            probe.Connect(new UnixDomainSocketEndPoint(socket));
            return true;
        }
        catch (SocketException)
        {
            // A socket that an engine left behind.
            return false;
        }
    }
}
