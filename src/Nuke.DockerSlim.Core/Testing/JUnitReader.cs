using System.Globalization;
using System.Text;
using System.Xml;

namespace Nuke.DockerSlim.Testing;

/// <summary>
/// Reads JUnit XML. There is no standard of it; what runners have in common is taken: <c>testsuite</c>s, nested or not, of <c>testcase</c>s
/// that hold a <c>failure</c>, an <c>error</c>, a <c>skipped</c>, or nothing when they passed.
/// </summary>
internal sealed class JUnitReader(XmlReader xml, TestResults results)
{
    private const int DeepestSuite = 64;

    private readonly Stack<(string Name, int Declared, int Before)> _suites = new();
    private readonly StringBuilder _text = new();
    private string? _test;
    private TimeSpan _duration;
    private TestResultOutcome _outcome;
    private string _message = "";
    private bool _inVerdict;

    // Elements, not tests: Catch2 counts the assertions that failed.
    private int _failures;

    /// <summary>Reads the document to its end.</summary>
    public void Read()
    {
        do
        {
            if (xml.NodeType == XmlNodeType.Element)
                Start();
            else if (xml.NodeType == XmlNodeType.EndElement)
                End(xml.LocalName);
            else if (_inVerdict && XmlExcerpt.IsText(xml))
                XmlExcerpt.Append(xml, _text);
        } while (xml.Read());
    }

    private void Start()
    {
        var (name, isEmpty) = (xml.LocalName, xml.IsEmptyElement);
        switch (name)
        {
            case "testsuites" or "testsuite":
                if (_suites.Count == DeepestSuite)
                    throw new XmlException($"Test suites are nested more than {DeepestSuite} deep.", null, Line, 0);
                _suites.Push((Attribute("name"), Count("failures") + Count("errors"), _failures));
                break;
            case "testcase":
                StartTest();
                break;
            case "failure" or "error" when _test is not null:
                _outcome = TestResultOutcome.Failed;
                _failures++;
                // One that failed in itself and in its clean-up tells of both; the first is the reason.
                _inVerdict = _message.Length == 0;
                if (_inVerdict)
                    (_message, _) = (Attribute("message"), _text.Clear());
                break;
            case "skipped" when _test is not null && _outcome == TestResultOutcome.Passed:
                _outcome = TestResultOutcome.Skipped;
                break;
        }
        if (isEmpty)
            End(name);
    }

    private void StartTest()
    {
        _test = TestResult.Join(Attribute("classname"), Attribute("name"));
        _duration = Seconds(Attribute("time"));
        // GoogleTest and CTest have no element for these.
        var ran = Attribute("status") is not ("notrun" or "disabled") && Attribute("result") is not ("skipped" or "suppressed");
        _outcome = ran ? TestResultOutcome.Passed : TestResultOutcome.Skipped;
        _message = "";
        _inVerdict = false;
    }

    private void End(string name)
    {
        switch (name)
        {
            case "failure" or "error" when _inVerdict:
                _inVerdict = false;
                _message = WithText(_message, _text.ToString().Trim());
                break;
            case "testcase" when _test is not null:
                results.Add(new(_test, _outcome, _duration, _message));
                _test = null;
                break;
            case "testsuites" or "testsuite" when _suites.Count > 0:
                EndSuite();
                break;
        }
    }

    // A suite that could not even be loaded is counted by its runner, but has no testcase (jest-junit).
    private void EndSuite()
    {
        var (name, declared, before) = _suites.Pop();
        var missing = declared - (_failures - before);
        if (missing <= 0)
            return;
        _failures += missing;
        results.Add(
            new(
                name.Length > 0 ? name : "test suite",
                TestResultOutcome.Failed,
                TimeSpan.Zero,
                $"The suite counts {declared} failed, but {missing} of them not among its test cases: it may not have been loaded."
            )
        );
    }

    private static string WithText(string message, string text) =>
        text.Length == 0 || message.Contains(text, StringComparison.Ordinal) ? message
        : text.Contains(message, StringComparison.Ordinal) ? text
        : $"{message}\n{text}";

    private string Attribute(string name) => xml.GetAttribute(name)?.Trim() ?? "";

    private int Count(string name) =>
        int.TryParse(Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    // Seconds; Surefire writes thousands apart.
    private static TimeSpan Seconds(string text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var seconds)
        && seconds is > 0 and < 1e7
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.Zero;

    private int Line => (xml as IXmlLineInfo)?.LineNumber ?? 0;
}
