namespace Nuke.Common;

public delegate ITargetDefinition Cleanup(ITargetDefinition definition);
