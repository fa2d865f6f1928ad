namespace CliWrap.Exceptions;

public abstract class CliWrapException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    protected CliWrapException(string message)
        : this(message, null) { }
}
