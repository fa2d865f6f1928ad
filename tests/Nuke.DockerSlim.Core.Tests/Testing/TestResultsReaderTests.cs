using System.Runtime.CompilerServices;
using System.Text;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Testing;

namespace Nuke.DockerSlim.Tests.Testing;

public sealed class TestResultsReaderTests
{
    [Fact]
    public void Reads_jest_junit_and_a_suite_that_did_not_load()
    {
        var facts = Read(Sample("jest-junit.xml"));
        Assert.Equal((TestStatus.Failed, 4, 2, 1, 13L), (facts.Status, facts.Total, facts.Failed, facts.Skipped, facts.Milliseconds));
        Assert.Equal("order totals > add the tax once", facts.Failures[0].Name);
        Assert.StartsWith("Error: expect(received).toBe(expected)\n\nExpected: 119\n", facts.Failures[0].Message);
        Assert.Equal(
            new TestFailure(
                "tests/api.test.ts",
                "The suite counts 1 failed, but 1 of them not among its test cases: it may not have been loaded."
            ),
            facts.Failures[1]
        );
        Assert.Null(facts.Message);
    }

    [Fact]
    public void Reads_surefire()
    {
        var facts = Read(Sample("surefire.xml"));
        Assert.Equal(
            (TestStatus.Failed, 4, 2, 1, 1_204_521L),
            (facts.Status, facts.Total, facts.Failed, facts.Skipped, facts.Milliseconds)
        );
        Assert.Equal(
            [
                new TestFailure(
                    "com.acme.TotalsTest.addsTaxOnce",
                    "org.opentest4j.AssertionFailedError: expected: <119> but was: <138>\n\tat com.acme.TotalsTest.addsTaxOnce(TotalsTest.java:14)"
                ),
                new TestFailure("com.acme.TotalsTest.connects", "java.net.ConnectException: refused"),
            ],
            facts.Failures
        );
    }

    [Fact]
    public void Reads_pytest()
    {
        var facts = Read(Sample("pytest.xml"));
        Assert.Equal((TestStatus.Failed, 5, 2, 2, 4L), (facts.Status, facts.Total, facts.Failed, facts.Skipped, facts.Milliseconds));
        Assert.Equal("tests.test_totals.TestTax > test_once[a b]", facts.Failures[0].Name);
        Assert.Equal("def test_once():\n>       assert total() == 119\nE       assert 138 == 119", facts.Failures[0].Message);
        Assert.Equal(new TestFailure("tests.test_totals.test_zero", "failed on teardown with \"OSError\""), facts.Failures[1]);
    }

    [Fact]
    public void Reads_trx()
    {
        var facts = Read(Sample("xunit.trx"));
        Assert.Equal((TestStatus.Failed, 5, 2, 1, 1_024L), (facts.Status, facts.Total, facts.Failed, facts.Skipped, facts.Milliseconds));
        Assert.Equal(
            [
                new TestFailure(
                    "Shop.Totals.Fails",
                    "Assert.Equal() Failure: Values differ\nExpected: 119\nActual:   138\n   at Shop.Totals.Fails() in /src/Totals.cs:line 1"
                ),
                new TestFailure("Shop.RowTests > Rows (2)", ""),
            ],
            facts.Failures
        );
    }

    [Fact]
    public void A_run_that_crashed_is_a_failure_although_no_test_is()
    {
        var facts = Read(
            """
            <TestRun><Results><UnitTestResult testName="a" outcome="Passed" /></Results>
            <ResultSummary outcome="Failed"><RunInfos><RunInfo outcome="Warning"><Text>no</Text></RunInfo>
            <RunInfo outcome="Error"><Text>Test host process crashed</Text></RunInfo></RunInfos></ResultSummary></TestRun>
            """
        );
        Assert.Equal(TestStatus.Failed, facts.Status);
        Assert.Equal([new TestFailure("test run", "Test host process crashed")], facts.Failures);
    }

    [Fact]
    public void Adds_up_several_files()
    {
        var facts = TestResultsReader.Read([File(Sample("pytest.xml")), File(Sample("xunit.trx"))]);
        Assert.Equal((10, 4, 3, 1_028L), (facts.Total, facts.Failed, facts.Skipped, facts.Milliseconds));
        Assert.Equal(4, facts.Failures.Count);
    }

    [Fact]
    public void Tests_that_all_passed_are_passed()
    {
        var facts = Read(
            "<testsuites><testsuite name='a'><testsuite name='b'><testcase name='x' time='oops'/></testsuite></testsuite></testsuites>"
        );
        Assert.Equal((TestStatus.Passed, 1, 0, 0, 0L), (facts.Status, facts.Total, facts.Failed, facts.Skipped, facts.Milliseconds));
        Assert.Null(facts.Message);
    }

    [Fact]
    public void Tests_that_were_not_to_run_are_skipped() =>
        Assert.Equal(
            2,
            Read("<testsuite><testcase name='x' status='notrun'/><testcase name='y' result='suppressed'/></testsuite>").Skipped
        );

    [Fact]
    public void Several_failed_assertions_of_one_test_are_one_failure()
    {
        var facts = Read(
            "<testsuite failures='2'><testcase name='x'><failure message='first'/><failure>second</failure></testcase></testsuite>"
        );
        Assert.Equal([new TestFailure("x", "first")], facts.Failures);
        Assert.Equal((1, 1), (facts.Total, facts.Failed));
    }

    [Theory]
    [InlineData("", "add", "add")]
    [InlineData("Shop.Totals", "", "Shop.Totals")]
    [InlineData("Shop.Totals", "Shop.Totals.Add", "Shop.Totals.Add")]
    [InlineData("Shop.Totals", "Add", "Shop.Totals.Add")]
    [InlineData("orders totals", "add", "orders totals > add")]
    public void Names_are_joined_as_their_kind_is(string owner, string name, string joined) =>
        Assert.Equal(
            joined,
            Read($"<testsuite><testcase classname='{owner}' name='{name}'><failure/></testcase></testsuite>").Failures[0].Name
        );

    [Fact]
    public void No_file_and_no_test_are_said_as_such()
    {
        var none = TestResultsReader.Read([]);
        Assert.Equal((TestStatus.NotRun, null, "No test result file was found."), (none.Status, none.Total, none.Message));
        var empty = Read("<testsuites/>");
        Assert.Equal((TestStatus.NotRun, 0, "The test result file holds no test."), (empty.Status, empty.Total, empty.Message));
        Assert.Equal("The test result files hold no test.", TestResultsReader.Read([File("<testsuite/>"), File("<TestRun/>")]).Message);
    }

    [Fact]
    public void Messages_names_and_numbers_of_failures_are_bounded()
    {
        var cases = string.Concat(
            Enumerable
                .Range(0, 150)
                .Select(x => $"<testcase name='{new string('n', 5000)}{x}'><failure>{new string('m', 9000)}</failure></testcase>")
        );
        var facts = Read($"<testsuite>{cases}</testsuite>");
        Assert.Equal((150, 100), (facts.Failed, facts.Failures.Count));
        Assert.All(facts.Failures, x => Assert.Equal((500, 2000), (x.Name.Length, x.Message.Length)));
    }

    [Fact]
    public void A_message_is_not_cut_inside_a_character()
    {
        var message = Read($"<testsuite><testcase name='x'><failure>{new string('m', 1999)}🚀</failure></testcase></testsuite>")
            .Failures[0]
            .Message;
        Assert.Equal(new string('m', 1999), message);
    }

    [Fact]
    public void Escape_sequences_are_taken_out()
    {
        var facts = Read("<testsuite><testcase name='a&#10;&#27;[31mb'><failure message='&#27;[2J&#0;x'/></testcase></testsuite>");
        Assert.Equal([new TestFailure("a b", "\0x")], facts.Failures);
    }

    [Fact]
    public void A_malformed_file_is_named_with_its_line()
    {
        var e = Assert.Throws<InputException>(() => Read("<testsuites>\n<testsuite>\n<testcase name='x'>\n"));
        Assert.StartsWith("The test result file results/a.xml is malformed at line 4: ", e.Message);
        Assert.EndsWith("Check that the test runner came to its end and writes JUnit XML or TRX there.", e.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no xml")]
    [InlineData("<testsuite><testcase name='\u0001'/></testsuite>")]
    [InlineData("<?xml version='1.0' encoding='klingon'?><testsuite/>")]
    [InlineData("<testsuite/><testsuite/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'bbbbbbbb'><!ENTITY c '&b;&b;&b;&b;'>]><testsuite name='&c;'/>")]
    [InlineData("<!DOCTYPE testsuite SYSTEM 'http://127.0.0.1:1/x.dtd'><testsuite/>")]
    [InlineData("<testsuite><testcase name='&undeclared;'/></testsuite>")]
    public void What_is_no_xml_or_declares_entities_is_refused(string content) =>
        Assert.StartsWith(
            "The test result file results/a.xml is malformed at line 1: ",
            Assert.Throws<InputException>(() => Read(content)).Message
        );

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        byte[] content = [0x3C, 0x61, 0x3E, 0xFF, 0xC0, 0x3C, 0x2F, 0x61, 0x3E];
        Assert.Throws<InputException>(() => TestResultsReader.Read([new("a.xml", content)]));
    }

    [Fact]
    public void Another_document_is_named_by_its_root()
    {
        var e = Assert.Throws<InputException>(() => Read("<assemblies/>"));
        Assert.Equal(
            "results/a.xml is no test result file: it begins with <assemblies>. Let the test runner write JUnit XML or TRX.",
            e.Message
        );
    }

    [Theory]
    [InlineData("<testsuite>", "</testsuite>")]
    [InlineData("<UnitTestResult outcome='Passed'><InnerResults>", "</InnerResults></UnitTestResult>")]
    public void Endless_nesting_is_refused(string open, string close)
    {
        var body = string.Concat(Enumerable.Repeat(open, 10_000)) + string.Concat(Enumerable.Repeat(close, 10_000));
        var root = open.Contains("Unit", StringComparison.Ordinal) ? "TestRun" : "testsuites";
        Assert.Contains("nested more than 64 deep", Assert.Throws<InputException>(() => Read($"<{root}>{body}</{root}>")).Message);
    }

    [Fact]
    public void A_file_without_end_is_given_up()
    {
        using var endless = new EndlessStream("<testsuite><testcase name='x'><failure>"u8.ToArray(), (byte)'x');
        var e = Assert.Throws<InputException>(() => TestResultsReader.Read("a.xml", endless, new()));
        Assert.StartsWith("The test result file a.xml is longer than 64 million characters: ", e.Message);
    }

    private static TestFacts Read(string content) => TestResultsReader.Read([File(content)]);

    private static ResultFile File(string content) => new("results/a.xml", Encoding.UTF8.GetBytes(content));

    private static string Sample(string name, [CallerFilePath] string caller = "") =>
        System.IO.File.ReadAllText(Path.Combine(Path.GetDirectoryName(caller)!, "Samples", name));
}
