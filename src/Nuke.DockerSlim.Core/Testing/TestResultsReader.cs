using System.Xml;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Testing;

/// <summary>
/// Reads the result files of test runners: JUnit XML in the flavours of Surefire, pytest, jest-junit and their like, and TRX of
/// <c>dotnet test</c>. The files come out of a container, so they are not trusted: no document types, no entities, bounded sizes.
/// </summary>
public static class TestResultsReader
{
    private const long MostCharacters = 64_000_000;

    /// <summary>The results of all files together: counts, the sum of the tests' durations, the failing tests.</summary>
    /// <param name="files">The files.</param>
    /// <returns>
    /// Passed, or failed when a test failed. When the files hold no test at all the status is <see cref="TestStatus.NotRun" /> and the
    /// message says so; the counts are null when there was no file.
    /// </returns>
    /// <exception cref="InputException">A file is no result file, or is malformed; the message names it and the line.</exception>
    public static TestFacts Read(IEnumerable<ResultFile> files)
    {
        var results = new TestResults();
        foreach (var file in files)
        {
            using var content = new MemoryStream(file.Content.ToArray(), writable: false);
            Read(file.Name, content, results);
        }
        return results.ToFacts();
    }

    /// <summary>Adds the results of one file.</summary>
    /// <param name="name">The file, for messages.</param>
    /// <param name="content">Its content; read to its end, not disposed.</param>
    /// <param name="results">Where to.</param>
    internal static void Read(string name, Stream content, TestResults results)
    {
        // A document that may be larger is cut off by the reader with an error.
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharacters,
            // References to characters that XML forbids, such as &#27;, stand for what a test printed.
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        results.Begin();
        try
        {
            using var xml = XmlReader.Create(content, settings);
            xml.MoveToContent();
            switch (xml.LocalName)
            {
                case "testsuites" or "testsuite":
                    new JUnitReader(xml, results).Read();
                    break;
                case "TestRun":
                    new TrxReader(xml, results).Read();
                    break;
                default:
                    throw new InputException(
                        $"{name} is no test result file: it begins with <{UntrustedText.OneLine(xml.LocalName)}>. Let the test runner write JUnit XML or TRX."
                    );
            }
        }
        // The limit has no exception type of its own, but its message names the setting.
        catch (XmlException e) when (e.Message.Contains(nameof(settings.MaxCharactersInDocument), StringComparison.Ordinal))
        {
            throw new InputException(
                $"The test result file {name} is longer than 64 million characters: let the test runner write less output into it."
            );
        }
        catch (XmlException e)
        {
            throw new InputException(
                $"The test result file {name} is malformed at line {Math.Max(1, e.LineNumber)}: {UntrustedText.OneLine(e.Message)} "
                    + "Check that the test runner came to its end and writes JUnit XML or TRX there."
            );
        }
    }
}
