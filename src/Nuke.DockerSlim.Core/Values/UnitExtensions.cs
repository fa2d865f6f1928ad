namespace Nuke.DockerSlim.Values;

/// <summary>Units as they are said: <c>120.MB</c>, <c>1.5.GB</c>, <c>512.MiB</c>.</summary>
public static class UnitExtensions
{
    extension(int number)
    {
        /// <summary>Thousands of bytes.</summary>
        public ByteSize KB => new(number * 1_000L);

        /// <summary>Millions of bytes, the unit Docker prints.</summary>
        public ByteSize MB => new(number * 1_000_000L);

        /// <summary>Thousands of millions of bytes.</summary>
        public ByteSize GB => new(number * 1_000_000_000L);

        /// <summary>Hundredths of something.</summary>
        public Percentage Percent => new(number);

        /// <summary>2^20 bytes.</summary>
        public ByteSize MiB => new(number * (1L << 20));

        /// <summary>2^30 bytes.</summary>
        public ByteSize GiB => new(number * (1L << 30));
    }

    extension(double number)
    {
        /// <summary>Hundredths of something.</summary>
        public Percentage Percent => new((decimal)number);

        /// <summary>Millions of bytes, the unit Docker prints; rounded to the byte.</summary>
        public ByteSize MB => new((long)Math.Round(number * 1e6));

        /// <summary>Thousands of millions of bytes; rounded to the byte.</summary>
        public ByteSize GB => new((long)Math.Round(number * 1e9));
    }
}
