using System.Reflection;
using Xunit.Sdk;

namespace Nuke.DockerSlim.Tests.Shared;

/// <summary>Runs an engine test once on each image store; more arguments follow the store.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class OnBothStoresAttribute(params object?[] more) : DataAttribute
{
    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) =>
        [
            [Stores.Classic, .. more],
            [Stores.Containerd, .. more],
        ];
}
