using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;

// What building several images at the same time saves, whose steps wait on the network, and that it costs nothing where they wait for nothing.
partial class Build
{
    const string ParallelName = "parallel-";
    const int ParallelImageCount = 10;
    const double MostParallelRatio = 0.6;

    // Two runs of the same differ by some percent.
    const double MostIdleRatio = 1.05;

    static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    Target BenchmarkParallel =>
        _ =>
            _.Description("Times ten images that share a base and a stage, one after the other and at the same time")
                .DependsOn(ProvideEngine)
                .Executes(async () =>
                {
                    var waiting = await TimeParallelAsync("steps wait 2 s for a server", Wait, MostParallelRatio);
                    var idle = await TimeParallelAsync("steps wait for nothing", TimeSpan.Zero, MostIdleRatio);
                    if (waiting > MostParallelRatio || idle > MostIdleRatio)
                        throw new InputException("Images at the same time take longer than they may; see ImageTurns.");
                });

    /// <summary>Images that share a base and a stage and have a step of their own, each of which asks a server; nothing else of the run knows of them.</summary>
    static IEnumerable<ImageDefinition> ParallelImageSet =>
        Enumerable
            .Range(1, ParallelImageCount)
            .Select(x => new ImageDefinition($"{ParallelName}{x}")
            {
                BuildContext = "build/benchmark/parallel",
                BuildArgs = ["WAIT_PORT", $"SERVICE={x}"],
                AllowUntested = true,
                NetworkMode = "host",
                Scenarios = [BuildScenario.Cold],
            });

    async Task<double> TimeParallelAsync(string what, TimeSpan wait, double most)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var end = new CancellationTokenSource();
        var answering = AnswerAsync(server, wait, end.Token);
        Environment.SetEnvironmentVariable("WAIT_PORT", ((IPEndPoint)server.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));
        try
        {
            var root = OtherRoot();
            AbsolutePath script = RootDirectory / "build.sh";
            string[] run =
            [
                script,
                "BuildImage",
                "--only-image",
                string.Join(',', ParallelImageSet.Select(x => x.Name)),
                "--max-build-rounds",
                "1",
                "--root",
                root,
            ];
            var (together, alone) = await InTurnAsync(
                [.. run, "--parallel-images", ParallelImageCount.ToString(CultureInfo.InvariantCulture)],
                run
            );
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ParallelImageCount} images, {what}: at the same time {together:0.00} s, one after the other {alone:0.00} s, ratio {together / alone:0.00} (at most {most:0.00})"
                )
            );
            return together / alone;
        }
        finally
        {
            await end.CancelAsync();
            server.Stop();
            await answering;
        }
    }

    /// <summary>Answers each who connects with a line, after a time.</summary>
    static async Task AnswerAsync(TcpListener server, TimeSpan wait, CancellationToken cancellationToken)
    {
        var answers = new List<Task>();
        try
        {
            while (true)
                answers.Add(AnswerAsync(await server.AcceptTcpClientAsync(cancellationToken), wait));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The benchmark is over.
            await Task.WhenAll(answers);
        }
    }

    static async Task AnswerAsync(TcpClient client, TimeSpan wait)
    {
        using (client)
        {
            await Task.Delay(wait);
            try
            {
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("answer\n"));
            }
            catch (IOException)
            {
                // Whoever asked is gone.
            }
        }
    }
}
