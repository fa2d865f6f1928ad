using System.Buffers.Binary;
using System.Text;

namespace Nuke.DockerSlim.Tests.Inventory;

public sealed class ElfReaderTests
{
    private const string Modules =
        "path\texample.com/shop\nmod\texample.com/shop\t(devel)\t\ndep\tgolang.org/x/net\tv0.1.0\th1:a=\n"
        + "dep\tgithub.com/a/b\tv1.0.0\n=>\tgithub.com/c/b\tv1.0.1\th1:b=\nbuild\t-compiler=gc\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Symbols_and_debug_information_are_counted(bool namesBehind) =>
        Assert.Equal(100 + 50 + 30, InventoryOf.File("app/shop", Elf(namesBehind))!.SymbolBytes);

    [Fact]
    public void A_stripped_program_has_none() => Assert.Null(InventoryOf.File("app/shop", Elf(false, sections: 2)));

    [Fact]
    public void A_program_cut_off_anywhere_is_said_or_has_none()
    {
        var whole = Elf(false);
        for (var length = 256; length < whole.Length; length += 11)
            Assert.Equal("is an ELF file that is cut off or damaged", InventoryOf.File("app/shop", whole[..length])!.Gap);
    }

    [Fact]
    public void Go_tells_its_modules_and_its_version() =>
        Assert.Equal(
            ["Go stdlib 1.22.1", "Go golang.org/x/net v0.1.0", "Go github.com/c/b v1.0.1"],
            InventoryOf.Packages("app/shop", Go("\x08go1.22.1\xd2\x01", Modules))
        );

    [Fact]
    public void Go_before_1_18_tells_its_modules_alone() =>
        Assert.Equal(["Go golang.org/x/net v0.1.0", "Go github.com/c/b v1.0.1"], InventoryOf.Packages("app/shop", Go("", Modules)));

    [Fact]
    public void What_stands_twice_is_counted_once_and_the_second_may_tell_the_version()
    {
        var twice = Go("", Modules).Concat(Go("\x08go1.22.1\xd2\x01", Modules)).ToArray();
        Assert.Equal(3, InventoryOf.Packages("app/shop", twice).Length);
    }

    [Fact]
    public void Marks_around_something_else_are_no_modules() => Assert.Null(InventoryOf.File("app/shop", Go("", "something else")));

    [Fact]
    public void A_text_is_no_program() => Assert.Null(InventoryOf.File("app/x", Encoding.ASCII.GetBytes("\x7f" + new string('E', 400))));

    private static byte[] Go(string before, string text) =>
        [
            .. Elf(false, sections: 2),
            .. new byte[600],
            .. Encoding.Latin1.GetBytes(before),
            .. Convert.FromHexString("3077af0c9274080241e1c107e6d618e6"),
            .. Encoding.Latin1.GetBytes(text),
            .. Convert.FromHexString("f932433186182072008242104116d8f2"),
            .. new byte[20],
        ];

    /// <summary>A program of 64 bits with a text, symbols of 100 bytes, their names of 50, and 30 bytes of debug information.</summary>
    private static byte[] Elf(bool namesBehind, int sections = 6)
    {
        const string names = "\0.text\0.symtab\0.strtab\0.debug_info\0.shstrtab\0";
        var data = 64 + 300;
        var table = namesBehind ? 64 : data + 200 + names.Length;
        var start = namesBehind ? 64 + (sections * 64) : 64;
        var bytes = new byte[Math.Max(table + (sections * 64), start + 300 + 200 + names.Length)];
        "\u007fELF\x02\x01\x01"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(16), 2);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(40), table);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(58), 64);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(60), (ushort)sections);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(62), (ushort)(sections - 1));
        var at = start;
        (string Name, int Type, int Bytes, int Link)[] all =
        [
            ("", 0, 0, 0),
            (".text", 1, 300, 0),
            (".symtab", 2, 100, 3),
            (".strtab", 3, 50, 0),
            (".debug_info", 1, 30, 0),
            (".shstrtab", 3, names.Length, 0),
        ];
        for (var i = 0; i < sections; i++)
        {
            var entry = bytes.AsSpan(table + (i * 64));
            BinaryPrimitives.WriteInt32LittleEndian(entry, i == 0 ? 0 : names.IndexOf(all[i].Name + "\0", StringComparison.Ordinal));
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], all[i].Type);
            BinaryPrimitives.WriteInt64LittleEndian(entry[24..], at);
            BinaryPrimitives.WriteInt64LittleEndian(entry[32..], all[i].Bytes);
            BinaryPrimitives.WriteInt32LittleEndian(entry[40..], all[i].Link);
            if (all[i].Name == ".shstrtab")
                Encoding.ASCII.GetBytes(names).CopyTo(bytes.AsSpan(at));
            at += all[i].Bytes;
        }
        return bytes;
    }
}
