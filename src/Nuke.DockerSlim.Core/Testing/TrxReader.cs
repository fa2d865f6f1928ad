using System.Globalization;
using System.Text;
using System.Xml;

namespace Nuke.DockerSlim.Testing;

/// <summary>Reads TRX, the result format of <c>dotnet test --logger trx</c> (schema <c>TeamTest/2010</c>).</summary>
internal sealed class TrxReader(XmlReader xml, TestResults results)
{
    private const int DeepestResult = 64;

    private readonly Stack<Open> _open = new();
    private readonly List<(string Id, TestResult Result)> _read = [];
    private readonly Dictionary<string, string> _classes = [];
    private readonly StringBuilder _runText = new();
    private string _definition = "";
    private string _runOutcome = "";
    private bool _inErrorInfo;
    private StringBuilder? _text;

    private sealed record Open(string Id, string Name, string Outcome, TimeSpan Duration)
    {
        public StringBuilder Message { get; } = new();

        /// <summary>Whether it only sums up rows of data, each of which is a result of its own.</summary>
        public bool HasRows { get; set; }
    }

    /// <summary>Reads the document to its end.</summary>
    public void Read()
    {
        do
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                var (name, isEmpty) = (xml.LocalName, xml.IsEmptyElement);
                Start(name);
                if (isEmpty)
                    End(name);
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
                End(xml.LocalName);
            else if (_text is not null && XmlExcerpt.IsText(xml))
                XmlExcerpt.Append(xml, _text);
        } while (xml.Read());
        Tell();
    }

    private void Start(string name)
    {
        switch (name)
        {
            case "UnitTestResult":
                if (_open.Count == DeepestResult)
                    throw new XmlException(
                        $"Test results are nested more than {DeepestResult} deep.",
                        null,
                        ((IXmlLineInfo)xml).LineNumber,
                        0
                    );
                _open.Push(new(Attribute("testId"), Attribute("testName"), Attribute("outcome"), Duration(Attribute("duration"))));
                break;
            case "InnerResults" when _open.TryPeek(out var outer):
                outer.HasRows = true;
                break;
            case "ErrorInfo":
                _inErrorInfo = true;
                break;
            case "Message" or "StackTrace" when _inErrorInfo && _open.TryPeek(out var failing):
                _text = failing.Message;
                break;
            case "UnitTest":
                _definition = Attribute("id");
                break;
            case "TestMethod":
                // Older runners add the assembly's name.
                _classes[_definition] = Attribute("className").Split(',')[0];
                break;
            case "ResultSummary":
                _runOutcome = Attribute("outcome");
                break;
            case "RunInfo" when Attribute("outcome") is "Error" or "Failed" or "Aborted":
                _text = _runText;
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "UnitTestResult" when _open.TryPop(out var closed):
                if (!closed.HasRows)
                    _read.Add((closed.Id, new(closed.Name, Outcome(closed.Outcome), closed.Duration, closed.Message.ToString())));
                break;
            case "ErrorInfo":
                _inErrorInfo = false;
                break;
            case "Message" or "StackTrace":
                _text?.Append('\n');
                if (_text != _runText)
                    _text = null;
                break;
            case "RunInfo":
                _text = null;
                break;
        }
    }

    // The classes' names stand behind the results.
    private void Tell()
    {
        var before = results.Failed;
        foreach (var (id, result) in _read)
            results.Add(result with { Name = TestResult.Join(_classes.GetValueOrDefault(id, ""), result.Name) });
        if (results.Failed == before && _runOutcome is "Failed" or "Error" or "Aborted" or "Timeout")
            results.Add(
                new(
                    "test run",
                    TestResultOutcome.Failed,
                    TimeSpan.Zero,
                    _runText.Length > 0 ? _runText.ToString() : $"The run ended as {_runOutcome}, without a failing test."
                )
            );
    }

    private static TestResultOutcome Outcome(string text) =>
        text switch
        {
            "Passed" or "PassedButRunAborted" or "Completed" or "Warning" => TestResultOutcome.Passed,
            "NotExecuted" or "NotRunnable" or "Inconclusive" or "Pending" or "Disconnected" => TestResultOutcome.Skipped,
            _ => TestResultOutcome.Failed,
        };

    private string Attribute(string name) => xml.GetAttribute(name)?.Trim() ?? "";

    private static TimeSpan Duration(string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration > TimeSpan.Zero ? duration : TimeSpan.Zero;
}
