# Compiles the build program: silent when it succeeds but for one line, the compiler's own errors when it fails.

function Build-Program {
    New-Item -ItemType Directory -Force $State | Out-Null
    $lock = Enter-Lock (Join-Path $State 'lock')
    try {
        # Another run may have compiled while this one waited.
        if (-not (Test-Current)) { Invoke-Compiler }
    }
    finally { $lock.Dispose() }
}

function Enter-Lock([string] $File) {
    while ($true) {
        try { return [System.IO.File]::Open($File, 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [System.IO.IOException] { Start-Sleep -Milliseconds 200 }
    }
}

function Invoke-Compiler {
    $fingerprint = Join-Path $State 'fingerprint'
    $log = Join-Path $State 'build.log'
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    Remove-Item -LiteralPath $fingerprint -Force -ErrorAction SilentlyContinue
    [Console]::Error.WriteLine('Building the build program ...')
    Find-Dotnet
    Use-Dotnet
    $before = @(Get-Inputs) -join "`n"
    Push-Location $Root
    $ErrorActionPreference = 'Continue' # in Windows PowerShell a line on standard error would end the script
    try { & $env:DOTNET_EXE build $Project -nologo -nodeReuse:false -p:UseSharedCompilation=false -clp:NoSummary -v:minimal > $log 2>&1 }
    finally { Pop-Location }
    $failed = $LASTEXITCODE -ne 0
    $lines = @(Get-Content -LiteralPath $log)
    if ($failed) {
        [Console]::Error.WriteLine("The build program does not compile; all of the output is in $log.")
        $errors = @($lines | Where-Object { $_ -match '(: |^)(error|warning) ' } | Sort-Object -Unique)
        if ($errors.Count -eq 0) { $errors = $lines }
        $errors | ForEach-Object { [Console]::Error.WriteLine($_) }
        exit 1
    }
    [System.IO.File]::WriteAllLines((Join-Path $State 'sources'), [string[]] @(Get-SourceFolders))
    $after = @(Get-Inputs) -join "`n"
    # A file edited meanwhile may or may not be in: then nothing is recorded, and the next run compiles again.
    if ($before -ceq $after) { [System.IO.File]::WriteAllText($fingerprint, (@($after) + @(Get-Outputs)) -join "`n") }
    $lines | Where-Object { $_ -match '^\s*Stand-ins for ' } | ForEach-Object { [Console]::Error.WriteLine($_.Trim()) }
    [Console]::Error.WriteLine('Built it in {0:0} s.' -f $watch.Elapsed.TotalSeconds)
}

# The folders among the package sources that NuGet used; servers are left out.
function Get-SourceFolders {
    $assets = Join-Path $Choice 'project.assets.json'
    if (-not (Test-Path $assets)) { return }
    $project = (Get-Content -Raw -LiteralPath $assets -Encoding UTF8 | ConvertFrom-Json).project
    $project.restore.sources.PSObject.Properties.Name | Where-Object { $_ -notmatch '://' -and $_ -notmatch '[\\/]standins[\\/]feed$' }
}
