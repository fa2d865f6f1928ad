# The .NET SDK: the one on PATH where global.json allows it, else one of this repository's own under .nuke/temp.

$OnWindows = [System.Environment]::OSVersion.Platform -eq 'Win32NT'
$PrivateFolder = Join-Path $Temp $(if ($OnWindows) { 'dotnet-win' } else { 'dotnet-unix' })
$PrivateDotnet = Join-Path $PrivateFolder $(if ($OnWindows) { 'dotnet.exe' } else { 'dotnet' })

# Windows PowerShell drops empty arguments and inner quotes, so the command line is written here, by the rules of CommandLineToArgvW.
function ConvertTo-CommandLine([string[]] $Arguments) {
    $quoted = foreach ($argument in $Arguments) {
        $text = [regex]::Replace($argument, '(\\*)"', '$1$1\"')
        '"' + [regex]::Replace($text, '(\\+)$', '$1$1') + '"'
    }
    $quoted -join ' '
}

# Shares this console, so output, input and Ctrl-C are the program's own. Returns its exit code.
function Invoke-Native([string] $File, [string[]] $Arguments) {
    $start = New-Object System.Diagnostics.ProcessStartInfo
    $start.FileName = $File
    $start.Arguments = ConvertTo-CommandLine $Arguments
    $start.UseShellExecute = $false
    $start.WorkingDirectory = (Get-Location -PSProvider FileSystem).ProviderPath
    $process = [System.Diagnostics.Process]::Start($start)
    $process.WaitForExit()
    $process.ExitCode
}

# The program may start dotnet itself: it must be the same one.
function Use-Dotnet {
    $env:DOTNET_EXE = [System.IO.File]::ReadAllText((Join-Path $State 'dotnet')).Trim()
    if ($env:DOTNET_EXE -eq $PrivateDotnet) {
        $env:DOTNET_ROOT = $PrivateFolder
        $env:PATH = $PrivateFolder + [System.IO.Path]::PathSeparator + $env:PATH
    }
}

# In the root: `dotnet --version` fails where global.json does not allow any SDK it has.
function Test-Dotnet([string] $File) {
    if (-not $File -or -not (Test-Path $File)) { return $false }
    Push-Location $Root
    $ErrorActionPreference = 'Continue' # in Windows PowerShell a line on standard error would end the script
    try {
        & $File --version > (Join-Path $State 'sdk.log') 2>&1
        return $LASTEXITCODE -eq 0
    }
    finally { Pop-Location }
}

function Find-Dotnet {
    $onPath = Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    $chosen = $PrivateDotnet
    if ($onPath -and (Test-Dotnet $onPath.Path)) { $chosen = $onPath.Path }
    elseif (-not (Test-Dotnet $PrivateDotnet)) { Install-Dotnet }
    [System.IO.File]::WriteAllText((Join-Path $State 'dotnet'), $chosen)
}

function Install-Dotnet {
    [Console]::Error.WriteLine('Installing the .NET SDK that global.json asks for into .nuke/temp ...')
    $script = Join-Path $State 'dotnet-install.ps1'
    try {
        [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
        Invoke-WebRequest -UseBasicParsing -Uri 'https://dot.net/v1/dotnet-install.ps1' -OutFile $script
        & $script -JSonFile (Join-Path $Root 'global.json') -InstallDir $PrivateFolder -NoPath *> (Join-Path $State 'sdk.log')
    }
    catch {
        [Console]::Error.WriteLine("No .NET SDK on PATH satisfies $Root/global.json, and none could be installed: install .NET 10 and run this again.")
        [Console]::Error.WriteLine($_.Exception.Message)
        exit 1
    }
}
