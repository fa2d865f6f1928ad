using System.Reflection;
using Xunit.Sdk;

namespace Nuke.DockerSlim.Tests.Shared;

/// <summary>Runs an engine test on one store, where nothing that the test is about depends on the store.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class OnStoreAttribute(string store, params object?[] more) : DataAttribute
{
    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) =>
        [
            [store, .. more],
        ];
}
