using System.IO.Compression;
using System.Text;

namespace Nuke.DockerSlim.Tests.Inventory;

public sealed class PackageReaderTests
{
    private const string Status = """
        Package: libc6
        Status: install ok installed
        Installed-Size: 12
        Architecture: amd64
        Version: 2.36-9
        Description: first line
         Package: not this one

        Package: gone
        Status: deinstall ok config-files
        Version: 1

        Package: held
        Status: hold ok installed
        Version: 2:1.0-1

        """;

    [Fact]
    public void Dpkg_lists_what_is_installed() =>
        Assert.Equal(["Dpkg libc6 2.36-9 amd64 12288", "Dpkg held 2:1.0-1"], InventoryOf.Packages("var/lib/dpkg/status", Status));

    [Fact]
    public void Distroless_has_a_file_a_package()
    {
        Assert.Equal(["Dpkg tzdata 2024a"], InventoryOf.Packages("var/lib/dpkg/status.d/tzdata", "Package: tzdata\r\nVersion: 2024a\r\n"));
        Assert.Empty(InventoryOf.Packages("var/lib/dpkg/status.d/tzdata.md5sums", "Package: tzdata\nVersion: 2024a\n"));
    }

    [Theory]
    [InlineData("lib/apk/db/installed")]
    [InlineData("usr/lib/apk/db/installed")]
    public void Apk_lists_by_letters(string path) =>
        Assert.Equal(
            ["Apk musl 1.2.5-r0 x86_64 405504", "Apk busybox 1.36"],
            InventoryOf.Packages(path, "C:Q1x=\nP:musl\nV:1.2.5-r0\nA:x86_64\nI:405504\nF:lib\nR:ld.so\n\nP:busybox\nV:1.36\nI:?\n")
        );

    [Theory]
    [InlineData("app/node_modules/a/package.json", true)]
    [InlineData("node_modules/@s/a/package.json", true)]
    [InlineData("x/node_modules/a/node_modules/b/package.json", true)]
    [InlineData("x/node_modules/.pnpm/b@1.0.0/node_modules/b/package.json", true)]
    [InlineData("x/node_modules/a/test/package.json", false)]
    [InlineData("x/node_modules/a/test/node_modules/b/package.json", false)]
    [InlineData("x/my_node_modules/a/package.json", false)]
    [InlineData("node_modules/package.json", false)]
    [InlineData("app/package.json", false)]
    public void Npm_packages_are_those_that_are_installed(string path, bool isPackage) =>
        Assert.Equal(
            isPackage ? ["Npm @s/a 1.2.3"] : Array.Empty<string>(),
            InventoryOf.Packages(path, """{ "name": "@s/a", "version": "1.2.3" }""")
        );

    [Fact]
    public void A_package_json_without_a_name_is_no_package() =>
        Assert.Null(InventoryOf.File("node_modules/a/package.json", Encoding.UTF8.GetBytes("""{ "type": "module" }""")));

    [Theory]
    [InlineData("""{ "packages": { "": {"dev": true}, "node_modules/a": {"dev": true}, "node_modules/b": {}, "ws": {"dev": true} } }""")]
    [InlineData("""{ "dependencies": { "a": {"dev": true}, "b": {"version": "1"} } }""")]
    public void A_lock_file_marks_what_is_for_development(string content) =>
        Assert.Equal(["node_modules/a"], InventoryOf.File("app/package-lock.json", Encoding.UTF8.GetBytes(content))!.DevelopmentFolders);

    [Theory]
    [InlineData("usr/lib/python3/site-packages/requests-2.31.0.dist-info/METADATA")]
    [InlineData("usr/lib/python3/site-packages/requests-2.31.0.egg-info/PKG-INFO")]
    [InlineData("usr/lib/python3/dist-packages/requests-2.31.0.egg-info")]
    public void Python_names_each_distribution(string path) =>
        Assert.Equal(
            ["Python requests 2.31.0"],
            InventoryOf.Packages(
                path,
                "Metadata-Version: 2.1\nName: requests\nVersion: 2.31.0\n\nName: of the text\n" + new string('x', 40_000)
            )
        );

    [Fact]
    public void Net_names_packages_beside_the_program() =>
        Assert.Equal(
            ["NuGet Serilog 3.1.1", "NuGet Microsoft.NETCore.App.Runtime.linux-x64 10.0.0"],
            InventoryOf.Packages(
                "app/shop.deps.json",
                """
                { "libraries": { "shop/1.0.0": { "type": "project" }, "Serilog/3.1.1": { "type": "package" },
                  "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.0": { "type": "runtimepack" }, "odd": { "type": "package" } } }
                """
            )
        );

    [Theory]
    [InlineData("app/node_modules/a/package.json", "{ \"name\": \"a\"", "is no JSON, or is cut off")]
    [InlineData("app/shop.deps.json", "[]", "is no JSON object")]
    [InlineData("app/package-lock.json", "{ \"packages\": { \"a\": { \"dev\": tr", "is no JSON, or is cut off")]
    [InlineData("p/x.dist-info/METADATA", "nothing of the kind", "names no distribution")]
    [InlineData("p/x.jar", "PK", "is no archive, or is cut off")]
    [InlineData("var/lib/rpm/rpmdb.sqlite", "SQLite", "is a database of rpm, whose packages are not counted")]
    public void What_cannot_be_read_is_said(string path, string content, string gap) =>
        Assert.Equal(gap, InventoryOf.File(path, Encoding.UTF8.GetBytes(content))!.Gap);

    [Theory]
    [InlineData("lib/jackson-core-2.15.0-rc1.jar", "Jar jackson-core 2.15.0-rc1")]
    [InlineData("lib/guava-31.1-jre.jar", "Jar guava 31.1-jre")]
    [InlineData("lib/driver.jar", "Jar driver")]
    public void A_jar_is_named_by_its_file(string path, string package) =>
        Assert.Equal([package], InventoryOf.Packages(path, Zip("A.class")));

    [Fact]
    public void A_jar_of_Maven_tells_its_group() =>
        Assert.Equal(
            ["Jar log4j-1.2-api 2.17.1 org.apache"],
            InventoryOf.Packages("l/log4j-1.2-api-2.17.1.jar", Zip("META-INF/maven/org.apache/log4j-1.2-api/pom.properties"))
        );

    [Fact]
    public void A_service_tells_the_jars_in_it() =>
        Assert.Equal(
            ["Jar spring-core 6.1.2", "Jar snakeyaml 2.2"],
            InventoryOf.Packages(
                "app/app.jar",
                Zip("BOOT-INF/lib/spring-core-6.1.2.jar", "BOOT-INF/classes/A.class", "BOOT-INF/lib/snakeyaml-2.2.jar")
            )
        );

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names)
                zip.CreateEntry(name);
        return bytes.ToArray();
    }

    [Theory]
    [InlineData("n/node_modules/a/package.json", """{"name":"a","license":"MIT"}""", "MIT")]
    [InlineData("n/node_modules/a/package.json", """{"name":"a","license":{"type":"BSD-3-Clause","url":"x"}}""", "BSD-3-Clause")]
    [InlineData("n/node_modules/a/package.json", """{"name":"a","licenses":[{"type":"MIT"},{},{"type":"ISC"}]}""", "MIT OR ISC")]
    [InlineData("n/node_modules/a/package.json", """{"name":"a","license":7}""", "")]
    [InlineData("p/a.dist-info/METADATA", "Name: a\nLicense: Apache 2.0\nLicense-Expression: Apache-2.0\n\nLicense: no", "Apache-2.0")]
    [InlineData("p/a.dist-info/METADATA", "Name: a\nLicense: UNKNOWN\n", "")]
    [InlineData("lib/apk/db/installed", "P:a\nV:1\nL:GPL-2.0-only\n", "GPL-2.0-only")]
    public void Licences_are_taken_from_where_packages_state_them(string path, string content, string license) =>
        Assert.Equal(license, Assert.Single(InventoryOf.File(path, Encoding.UTF8.GetBytes(content))!.Packages).License);

    [Fact]
    public void A_licence_that_is_a_whole_text_is_left_out_and_the_package_stays() =>
        Assert.Equal(
            "",
            Assert
                .Single(InventoryOf.File("p/a.egg-info", Encoding.UTF8.GetBytes($"Name: a\nLicense: {new string('x', 5_000)}\n"))!.Packages)
                .License
        );

    [Fact]
    public void What_archives_came_to_is_taken_from_lock_files_and_from_dotnet_s_list()
    {
        var npm = InventoryOf.File(
            "app/package-lock.json",
            """{"packages":{"":{"integrity":"x"},"node_modules/a":{"integrity":"sha512-AA=="},"node_modules/b":{}}}"""u8.ToArray()
        );
        Assert.Equal("node_modules/a sha512-AA==", Assert.Single(npm!.Integrities.Select(x => $"{x.Key} {x.Value}")));
        var dotnet = InventoryOf.File(
            "app/x.deps.json",
            """{"libraries":{"A/1":{"type":"package","sha512":"sha512-BB=="},"B/1":{"type":"package","sha512":""}}}"""u8.ToArray()
        );
        Assert.Equal(["sha512-BB==", ""], dotnet!.Packages.Select(x => x.Integrity));
    }
}
