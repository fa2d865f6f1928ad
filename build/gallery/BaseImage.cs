#nullable enable
using System.Text.RegularExpressions;

namespace Gallery;

/// <summary>A base image of the samples, and how its stand-in is made where no registry serves it.</summary>
/// <param name="Name">Its upstream name.</param>
/// <param name="Folder">The folder of the stand-in's Dockerfile below <c>build/gallery/bases</c>; null for those that the embedded engine brings along.</param>
/// <param name="Stage">The stage; null for the last.</param>
public sealed record BaseImage(string Name, string? Folder = null, string? Stage = null)
{
    /// <summary>Those that the stand-in is made from.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Whether the stand-in takes the SDK of the machine in.</summary>
    public bool TakesSdk { get; init; }

    /// <summary>All that the samples name, in an order in which each can be made.</summary>
    public static IReadOnlyList<BaseImage> All { get; } =
    [
        new("debian:bookworm-slim"),
        new("node:20-bookworm-slim"),
        new("buildpack-deps:bookworm", "buildpack-deps") { Needs = ["debian:bookworm-slim"] },
        new("node:20-bookworm", "node") { Needs = ["buildpack-deps:bookworm", "node:20-bookworm-slim"] },
        new("golang:1.23-bookworm", "golang") { Needs = ["debian:bookworm-slim"] },
        new("gcr.io/distroless/static-debian12:nonroot", "distroless", "static") { Needs = ["debian:bookworm-slim"] },
        new("gcr.io/distroless/java17-debian12:nonroot", "distroless", "java17") { Needs = ["debian:bookworm-slim"] },
        new("mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled", "distroless", "runtime-deps") { Needs = ["debian:bookworm-slim"] },
        new("mcr.microsoft.com/dotnet/sdk:10.0", "dotnet-sdk") { Needs = ["debian:bookworm-slim"], TakesSdk = true },
        new("eclipse-temurin:17-jdk", "temurin") { Needs = ["debian:bookworm-slim"] },
        new("python:3.11-slim-bookworm", "python", "slim") { Needs = ["debian:bookworm-slim"] },
        new("python:3.11-bookworm", "python", "full") { Needs = ["buildpack-deps:bookworm", "debian:bookworm-slim"] },
    ];

    /// <summary>The bases that texts (Dockerfiles, build args) name, without those that their stand-ins need.</summary>
    /// <param name="texts">The texts.</param>
    public static IReadOnlyList<BaseImage> NamedIn(IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        return [.. All.Where(x => all.Any(x.IsNamedIn))];
    }

    // One name begins like another: node:20-bookworm, node:20-bookworm-slim.
    private bool IsNamedIn(string text) => Regex.IsMatch(text, $@"(?<![\w./-]){Regex.Escape(Name)}(?![\w.-])");
}
