using System.Text;

namespace Nuke.Common.Execution;

/// <summary>Asks for one line. Moving the cursor fails without a real console, and so does the question.</summary>
internal static class ConsolePrompt
{
    /// <summary>Null when nothing was typed.</summary>
    public static string Ask(string question)
    {
        Host.Information(question);
        var answer = new StringBuilder();
        while (true)
        {
            Console.CursorLeft = 0;
            Console.WriteLine("»".PadRight(Console.BufferWidth));
            Console.CursorTop--;
            Console.CursorLeft = 3;
            Console.Write(answer);
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
                break;
            if (key.Key == ConsoleKey.Backspace)
                answer.Length = Math.Max(answer.Length - 1, 0);
            else if (!char.IsControl(key.KeyChar))
                answer.Append(key.KeyChar);
        }

        Console.CursorLeft = 0;
        Console.WriteLine($"¬  {(answer.Length > 0 ? answer : "<null>")}".PadRight(Console.BufferWidth));
        return answer.Length > 0 ? answer.ToString() : null;
    }
}
