using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Tests.Inspecting;

/// <summary>What an attacker would find, wherever it lies.</summary>
public sealed class AttackSurfaceTests
{
    [Fact]
    public void Programs_are_found_in_every_folder_of_programs_those_of_systems_first() =>
        Assert.Equal(
            [
                "compiler /usr/bin/gcc-12",
                "compiler /usr/local/go/bin/go",
                "compiler /usr/bin/make",
                "package-manager /sbin/apk",
                "shell /bin/sh",
                "shell /busybox/sh",
                "shell /opt/tools/bin/sh",
            ],
            Found(
                    ["usr/local/go/bin/go=9", "usr/bin/make=1", "usr/bin/gcc-12=1", "sbin/apk=1", "opt/tools/bin/sh=1", "bin/sh=1"],
                    ["busybox/sh=1"]
                )
                .Order(StringComparer.Ordinal)
                .OrderBy(x => x.Contains("make", StringComparison.Ordinal))
                .OrderBy(x => x.Split(' ')[0], StringComparer.Ordinal)
        );

    [Fact]
    public void What_only_has_the_name_is_none() =>
        Assert.Empty(Found(["usr/lib/llvm-14/lib/libLLVM.so=9", "etc/sh=1", "app/make=1", "usr/share/doc/gcc=1", "bin/sh/", "sh=1"]));

    [Fact]
    public void A_link_is_what_it_leads_to_and_one_that_leads_nowhere_is_nothing()
    {
        Assert.Equal(["shell /usr/bin/sh"], Found(["bin->usr/bin", "usr/bin/sh->/bin/one", "usr/bin/one->../lib/real", "usr/lib/real=1"]));
        Assert.Empty(Found(["bin/sh->/bin/busybox", "bin/ash->ash", "bin/bash->dash", "bin/dash->bash", "bin/zsh->../../../../x"]));
        Assert.Empty(Found(["bin/sh->busybox", "bin/busybox=1"], ["bin/.wh.busybox"]));
    }

    [Fact]
    public void Files_of_keys_and_layers_are_told()
    {
        var facts = AttackSurface.Facts(
            TreeOf.Layers(["bin/sh=1"], ["app/.env=3", "bin/bash=2"]),
            "",
            [new LayerSource(1, true), new LayerSource(7, false)]
        );
        Assert.Equal(
            ["key-file /app/.env 1 7 False", "shell /bin/bash 1 7 False", "shell /bin/sh 0 1 True"],
            facts.Found.Select(x => $"{x.Kind} {x.Path} {x.Layer} {x.Line} {x.FromBase}")
        );
        Assert.Equal("/bin/bash", facts.Shell);
    }

    [Fact]
    public void Only_what_can_be_started_runs_with_its_owner_s_rights()
    {
        var tar = new SyntheticTar();
        tar.Header("bin/su", '0', 0, mode: "0004755");
        tar.Header("bin/wall", '0', 0, mode: "0002555");
        tar.Header("data", '0', 0, mode: "0004644");
        tar.Header("folder/", '5', 0, mode: "0002777");
        var facts = AttackSurface.Facts(ImageTree.Of([SyntheticTar.IndexOf(tar.ToArray())], default), "", [new LayerSource(3, false)]);
        Assert.Equal(["/bin/su", "/bin/wall"], facts.Setuid);
        Assert.All(facts.Found, x => Assert.Equal(("setuid", 3), (x.Kind, x.Line ?? 0)));
    }

    private static IEnumerable<string> Found(params string[][] layers) =>
        AttackSurface
            .Facts(TreeOf.Layers(layers), "", [.. layers.Select(_ => new LayerSource(1, false))])
            .Found.Select(x => $"{x.Kind} {x.Path}");
}
