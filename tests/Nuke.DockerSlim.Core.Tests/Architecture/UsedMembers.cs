using System.Reflection;
using System.Reflection.Emit;

namespace Nuke.DockerSlim.Tests.Architecture;

/// <summary>What the compiled code of a type uses: the members that its methods' instructions name, and the types of its signatures.</summary>
internal static class UsedMembers
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes)
        .GetFields()
        .Select(x => (OpCode)x.GetValue(null)!)
        .ToDictionary(x => x.Value);

    /// <summary>Types used by a type, taken apart into arguments and elements.</summary>
    public static IEnumerable<Type> TypesOf(Type type) =>
        Signatures(type).Concat(MembersOf(type).SelectMany(Of)).SelectMany(Parts).Distinct();

    /// <summary>Members named by the instructions of a type's methods.</summary>
    public static IEnumerable<MemberInfo> MembersOf(Type type) => Methods(type).SelectMany(Named);

    private static IEnumerable<MethodBase> Methods(Type type) => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All));

    private static IEnumerable<Type> Signatures(Type type) =>
        new[] { type.BaseType }
            .OfType<Type>()
            .Concat(type.GetInterfaces())
            .Concat(type.GetFields(All).Select(x => x.FieldType))
            .Concat(Methods(type).SelectMany(x => x.GetParameters()).Select(x => x.ParameterType))
            .Concat(type.GetMethods(All).Select(x => x.ReturnType));

    private static IEnumerable<Type> Of(MemberInfo member) =>
        member switch
        {
            Type type => [type],
            FieldInfo field => [field.DeclaringType!, field.FieldType],
            MethodInfo method =>
            [
                method.DeclaringType!,
                method.ReturnType,
                .. method.GetParameters().Select(x => x.ParameterType),
                .. method.GetGenericArguments(),
            ],
            MethodBase method => [method.DeclaringType!, .. method.GetParameters().Select(x => x.ParameterType)],
            _ => [member.DeclaringType!],
        };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
        : [type];

    private static IEnumerable<MemberInfo> Named(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;
        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length; )
        {
            var instruction = Instructions[code[at] == 0xfe ? (short)(0xfe00 | code[at + 1]) : code[at]];
            at += instruction.Size;
            if (
                instruction.OperandType
                is OperandType.InlineField
                    or OperandType.InlineMethod
                    or OperandType.InlineTok
                    or OperandType.InlineType
            )
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
            at += OperandSize(instruction.OperandType, code, at);
        }
    }

    private static int OperandSize(OperandType operand, byte[] code, int at) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
            _ => 4,
        };
}
