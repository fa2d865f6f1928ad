using Docker.DotNet.Operations;
using Docker.DotNet.Transport;

namespace Docker.DotNet;

public sealed class DockerClient : IDockerClient
{
    private readonly EngineClient _engine;

    internal DockerClient(DockerClientConfiguration configuration, Version requestedApiVersion)
    {
        Configuration = configuration;
        _engine = new EngineClient(configuration, requestedApiVersion);
        Containers = new ContainerOperations(_engine);
        Images = new ImageOperations(_engine);
        System = new SystemOperations(_engine);
    }

    public DockerClientConfiguration Configuration { get; }

    public TimeSpan DefaultTimeout
    {
        get => _engine.DefaultTimeout;
        set => _engine.DefaultTimeout = value;
    }

    public IContainerOperations Containers { get; }

    public IImageOperations Images { get; }

    public ISystemOperations System { get; }

    public void Dispose()
    {
        Configuration.Dispose();
        _engine.Dispose();
    }
}
