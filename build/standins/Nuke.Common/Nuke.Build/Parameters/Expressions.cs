using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Parameters;

/// <summary>Reads what lambdas name, without compiling them: compiling costs more than the rest of the start-up.</summary>
internal static class Expressions
{
    public static MemberInfo MemberOf(LambdaExpression lambda) => Access(lambda).Member;

    /// <summary>The object whose member is named; null when the lambda boxes the value.</summary>
    public static object OwnerOf(LambdaExpression lambda) => ((lambda.Body as MemberExpression)?.Expression as ConstantExpression)?.Value;

    public static object Evaluate<T>(Expression<Func<T, Target>> lambda, T build)
    {
        var owner = lambda.Body is MemberExpression { Member: PropertyInfo, Expression: { } expression } ? expression : null;
        while (owner is UnaryExpression conversion)
            owner = conversion.Operand;
        return owner is ParameterExpression
            ? ((PropertyInfo)MemberOf(lambda)).GetValue(build)
            : lambda.Compile(preferInterpretation: true).Invoke(build);
    }

    private static MemberExpression Access(LambdaExpression lambda) =>
        (MemberExpression)(lambda.Body is UnaryExpression conversion ? conversion.Operand : lambda.Body);
}
