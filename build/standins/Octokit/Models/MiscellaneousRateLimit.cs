namespace Octokit;

public class MiscellaneousRateLimit
{
    public ResourceRateLimit Resources { get; private set; }

    public RateLimit Rate { get; private set; }
}
