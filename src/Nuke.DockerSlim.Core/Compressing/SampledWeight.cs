namespace Nuke.DockerSlim.Compressing;

/// <summary>
/// Infers what all parts of a layer weigh from a few that were weighed and many that were looked at: a regression estimate, the mean of the weighed parts moved
/// along the line through them to where the mean look of the layer is (Cochran, Sampling Techniques, chapter 7). Sums of whole numbers, so that the
/// order in which parts arrive changes nothing. Any number of threads may add at once.
/// </summary>
internal sealed class SampledWeight
{
    private readonly Lock _lock = new();
    private long _weighed;
    private long _weights;
    private long _looks;
    private Int128 _looksSquared;
    private Int128 _looksByWeights;
    private long _seen;
    private long _seenLooks;

    /// <summary>Adds a part that was weighed.</summary>
    /// <param name="look">What the quick look says of it.</param>
    /// <param name="weight">Its weight.</param>
    public void Add(long look, long weight)
    {
        lock (_lock)
        {
            _weighed++;
            _weights += weight;
            _looks += look;
            _looksSquared += (Int128)look * look;
            _looksByWeights += (Int128)look * weight;
        }
    }

    /// <summary>Adds parts that were only looked at.</summary>
    /// <param name="looks">What the quick look says of them, added up.</param>
    /// <param name="count">How many they are.</param>
    public void AddSeen(long looks, int count)
    {
        lock (_lock)
        {
            _seenLooks += looks;
            _seen += count;
        }
    }

    /// <summary>The mean weight of the layer's parts; zero where none was weighed.</summary>
    public double Mean()
    {
        if (_weighed == 0)
            return 0;
        var (weight, look) = ((double)_weights / _weighed, (double)_looks / _weighed);
        var spread = _looksSquared * _weighed - (Int128)_looks * _looks;
        if (_seen == 0 || spread == 0)
            return weight;
        var slope = (double)(_looksByWeights * _weighed - (Int128)_looks * _weights) / (double)spread;
        return Math.Max(0, weight + slope * ((double)_seenLooks / _seen - look));
    }
}
