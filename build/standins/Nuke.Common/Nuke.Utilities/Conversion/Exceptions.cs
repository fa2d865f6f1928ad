using System.Reflection;

namespace Nuke.Common.Utilities;

internal static class Exceptions
{
    /// <summary>The exception that a person wants to read: reflection's and the type loader's wrappers removed.</summary>
    public static Exception Unwrap(this Exception exception) =>
        exception switch
        {
            TypeInitializationException { InnerException: { } inner } => inner.Unwrap(),
            TargetInvocationException { InnerException: { } inner } => inner.Unwrap(),
            AggregateException aggregate => aggregate.Flatten(),
            _ => exception,
        };
}
