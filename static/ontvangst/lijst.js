// The button for the camera: shown only where the browser can read a code; else typing is the way.
(async () => {
  const can = "BarcodeDetector" in window && navigator.mediaDevices?.getUserMedia;
  const formats = can ? await BarcodeDetector.getSupportedFormats().catch(() => []) : [];
  if (formats.includes("qr_code")) document.querySelector("[data-scanknop]").hidden = false;
})();
