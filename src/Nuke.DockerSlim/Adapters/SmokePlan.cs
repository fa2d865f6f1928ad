using System.Globalization;
using System.Text.Json;
using Docker.DotNet;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Testing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Adapters;

/// <summary>A smoke check as it is held against one image: its container, and what has to come of it.</summary>
internal sealed record SmokePlan
{
    // Enough for any service, too few for a fork bomb to hurt.
    private const int MostProcesses = 2_000;

    public required SmokeCheck Check { get; init; }

    public required CreateContainerParameters Container { get; init; }

    /// <summary>What has to answer, its port known; null for nothing.</summary>
    public SmokeAddress? Address { get; init; }

    /// <summary>Whether the image's own HEALTHCHECK decides.</summary>
    public bool NeedsHealth { get; init; }

    public bool NeedsAnswer => Address is not null;

    public bool WaitsForLogOnly => Check.SmokeLog is not null && !NeedsAnswer && !NeedsHealth;

    /// <summary>Plans the container of an image.</summary>
    /// <exception cref="InputException">The image does not say what is left out: its port, or a HEALTHCHECK.</exception>
    public static SmokePlan Of(SmokeRequest request, Config image, EngineAddress engine)
    {
        var check = request.Check;
        var address = check.SmokeUrl is { } url && SmokeAddress.TryParse(url, out var read, out _) ? WithPort(read, image, request) : null;
        var hasHealth = image.Healthcheck?.Test is [not "NONE", ..];
        var needsHealth = address is null && check is { SmokeLog: null, ExpectedExitCode: null };
        if (needsHealth && !hasHealth)
            throw new InputException(
                $"{request.Image} has no HEALTHCHECK, and nothing else says when it is well; name --smoke-url, --smoke-log or --smoke-command, or give the image a HEALTHCHECK."
            );
        return new SmokePlan
        {
            Check = check,
            Address = address,
            NeedsHealth = needsHealth,
            Container = Parameters(request, address, needsHealth, engine),
        };
    }

    /// <summary>Whether all holds while the container runs.</summary>
    public bool Holds(bool isWritten, string? answered, bool isHealthy) =>
        Check.ExpectedExitCode is null
        && (Check.SmokeLog is null || isWritten)
        && (!NeedsAnswer || answered is not null)
        && (!NeedsHealth || isHealthy);

    /// <summary>What held.</summary>
    public string Said(string? answered)
    {
        string?[] parts =
        [
            answered is null ? null : $"{Address} answered {answered}",
            Check.SmokeLog is { } text ? $"its output has '{text}'" : null,
            NeedsHealth ? "its HEALTHCHECK says healthy" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    /// <summary>What a container came to that ended by itself.</summary>
    public (bool Holds, string Detail) AfterExit(ContainerWaitResponse exit, bool isWritten, string? answered)
    {
        var ended = string.Create(CultureInfo.InvariantCulture, $"it ended with exit code {exit.StatusCode}");
        if (Check.ExpectedExitCode is { } expected && exit.StatusCode != expected)
            return (false, string.Create(CultureInfo.InvariantCulture, $"{ended} where {expected} was expected"));
        if (Check.SmokeLog is { } text && !isWritten)
            return (false, $"{ended}, and its output never had '{text}'");
        if (NeedsAnswer && answered is null)
            return (false, $"{ended} before {Address} answered");
        if (NeedsHealth)
            return (false, $"{ended} before its HEALTHCHECK said healthy");
        return (true, Said(answered) is { Length: > 0 } said ? $"{ended}, {said}" : ended);
    }

    /// <summary>What was missing when the time was over.</summary>
    public string AtLimit(bool isWritten, SmokeRequests? http, SmokeHealth health)
    {
        string?[] parts =
        [
            Check.SmokeLog is { } text && !isWritten ? $"its output never had '{text}'" : null,
            http is { Answered: null } ? $"{Address} did not answer ({http.Last})" : null,
            NeedsHealth ? $"its HEALTHCHECK never said healthy{health.Said}" : null,
            Check.ExpectedExitCode is not null ? "it did not end" : null,
        ];
        return $"{string.Join(", ", parts.OfType<string>())} within {Check.SmokeTimeLimit.Text}";
    }

    /// <summary>The engine's words for why a container did not start, without those around them.</summary>
    public static string Reason(DockerApiException e)
    {
        try
        {
            using var json = JsonDocument.Parse(e.ResponseBody ?? "");
            return json.RootElement.TryGetProperty("message", out var message) ? message.GetString()?.Trim() ?? "" : e.Message;
        }
        catch (JsonException)
        {
            return e.ResponseBody?.Trim() is { Length: > 0 } text ? text : e.Message;
        }
    }

    private static CreateContainerParameters Parameters(SmokeRequest request, SmokeAddress? address, bool needsHealth, EngineAddress engine)
    {
        var port = $"{address?.Port}/tcp";
        return new CreateContainerParameters
        {
            Image = request.Image,
            // In place of both, so that no shell is needed.
            Entrypoint = request.Check.SmokeCommand is null ? null : [.. CommandWords.Split(request.Check.SmokeCommand)],
            Env = [.. request.Check.SmokeEnvironment],
            AttachStdout = true,
            AttachStderr = true,
            ExposedPorts = address is null ? null : new Dictionary<string, EmptyStruct> { [port] = default },
            // The image's own command, asked often and without end: the time limit is ours. What is zero stays the image's.
            Healthcheck = needsHealth
                ? new HealthConfig
                {
                    Interval = TimeSpan.FromMilliseconds(500),
                    StartPeriod = 1_000_000,
                    Retries = 1_000_000,
                }
                : new HealthConfig { Test = ["NONE"] },
            HostConfig = new HostConfig
            {
                PidsLimit = MostProcesses,
                // What it writes is read as it comes, and lies nowhere: a container may write gigabytes.
                LogConfig = new LogConfig { Type = "none" },
                PortBindings = address is null
                    ? null
                    : new Dictionary<string, IList<PortBinding>>
                    {
                        // A port that is free; on an engine of this machine nobody else can reach it.
                        [port] = [new PortBinding { HostIP = SmokeRequests.IsHere(engine) ? "127.0.0.1" : "", HostPort = "" }],
                    },
            },
        };
    }

    private static SmokeAddress WithPort(SmokeAddress address, Config image, SmokeRequest request)
    {
        if (address.Port is not null)
            return address;
        int[] ports =
        [
            .. (image.ExposedPorts?.Keys ?? [])
                .Where(x => !x.EndsWith("/udp", StringComparison.Ordinal))
                .Select(x => int.Parse(x.Split('/')[0], CultureInfo.InvariantCulture)),
        ];
        return ports is [var only]
            ? address with
            {
                Port = only,
            }
            : throw new InputException(
                $"--smoke-url {request.Check.SmokeUrl} names no port, and {request.Image} exposes {(ports.Length == 0 ? "none" : $"{ports.Length} ({string.Join(", ", ports)})")}; write --smoke-url http://:PORT{address.Path}."
            );
    }
}
