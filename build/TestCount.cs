using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Nuke.Common.IO;

/// <summary>What the test runners counted.</summary>
sealed record TestCount(int Passed, int Failed, int Skipped)
{
    /// <summary>The count of this process; null where no tests were run.</summary>
    public static TestCount OfThisRun { get; set; }

    public static TestCount Read(IEnumerable<AbsolutePath> trxFiles) =>
        trxFiles
            .Select(x => XDocument.Load(x).Descendants().First(y => y.Name.LocalName == "Counters"))
            .Select(x => (Total: (int)x.Attribute("total"), Passed: (int)x.Attribute("passed"), Executed: (int)x.Attribute("executed")))
            .Aggregate(
                new TestCount(0, 0, 0),
                (sum, x) => new TestCount(sum.Passed + x.Passed, sum.Failed + x.Executed - x.Passed, sum.Skipped + x.Total - x.Executed)
            );

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
