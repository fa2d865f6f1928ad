namespace CliWrap;

public static class Cli
{
    public static Command Wrap(string targetFilePath) => new(targetFilePath);
}
